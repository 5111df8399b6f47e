import { addDays, dayIn, weekdayOf } from '@/shared/zoned-time';
import type { Due } from './due';

/** When a task comes again. Days of a week: 1 = Monday … 7; a month too short for `day` has it on its last day. */
export type Recurrence =
  { every: 'day' } | { every: 'weekday' } | { every: 'week'; days: number[] } | { every: 'month'; day: number };

/**
 * When the next of a series is due: the first day of the rule after the one that was due, and not one that has passed
 * where it was set. The time and the zone stay.
 */
export function nextDue(due: Due, rule: Recurrence, now: Date): Due {
  const yesterday = addDays(dayIn(due.zone, now), -1);
  return { ...due, on: nextDay(rule, due.on > yesterday ? due.on : yesterday) };
}

/** The first day of the rule after `day`. */
export function nextDay(rule: Recurrence, day: string): string {
  let next = addDays(day, 1);
  while (!fits(rule, next)) next = addDays(next, 1);
  return next;
}

function fits(rule: Recurrence, day: string): boolean {
  switch (rule.every) {
    case 'day':
      return true;
    case 'weekday':
      return weekdayOf(day) <= 5;
    case 'week':
      return rule.days.includes(weekdayOf(day));
    case 'month':
      return dayOfMonth(day) === Math.min(rule.day, lastDayOfMonth(day));
  }
}

function dayOfMonth(day: string): number {
  return Number(day.slice(8));
}

function lastDayOfMonth(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

import { addDays, dayIn, instantIn, weekdayOf } from '@/shared/zoned-time';

/** A day where someone is, and a time of it (`HH:MM`) if the hour matters. */
export interface Due {
  on: string;
  time: string | null;
  /** IANA: where the day was set. */
  zone: string;
}

/** From this instant on it is overdue: at the time that was set, else when the day has ended where it was set. */
export function dueAtOf({ on, time, zone }: Due): Date {
  return time === null ? instantIn(zone, addDays(on, 1)) : instantIn(zone, on, time);
}

/** One truth for everyone, wherever they look from. */
export function isOverdue(dueAt: Date, now: Date): boolean {
  return dueAt.getTime() <= now.getTime();
}

/** The day it is due for someone in `zone`: where it was set, the day that was set. */
export function dueDayIn(zone: string, due: Due): string {
  if (zone === due.zone) return due.on;
  const at = dueAtOf(due);
  return dayIn(zone, due.time === null ? new Date(at.getTime() - 1) : at);
}

export const DUE_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** Where it stands in a list by day, for someone in `zone`. The week ends with Sunday. */
export function dueGroupOf(due: Due | null, { now, zone }: { now: Date; zone: string }): DueGroup {
  if (!due) return 'none';
  if (isOverdue(dueAtOf(due), now)) return 'overdue';
  const today = dayIn(zone, now);
  const day = dueDayIn(zone, due);
  if (day <= today) return 'today';
  return day <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}

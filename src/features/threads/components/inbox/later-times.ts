import { addDays, dayIn, instantIn, weekdayOf } from '@/shared/zoned-time';

const morning = '09:00';

/** Nine in the morning of tomorrow, next Monday and in a month, for someone in `zone`. */
export function laterTimes(now: Date, zone: string): { tomorrow: Date; week: Date; month: Date } {
  const today = dayIn(zone, now);
  const at = (days: number) => instantIn(zone, addDays(today, days), morning);
  return { tomorrow: at(1), week: at(8 - weekdayOf(today)), month: at(30) };
}

/** So many hours on. */
export function hoursLater(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000);
}

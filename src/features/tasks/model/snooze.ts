import { addDays, dayIn, instantIn, weekdayOf } from '@/shared/zoned-time';

export const SNOOZES = ['later', 'tomorrow', 'week', 'month'] as const;
export type Snooze = (typeof SNOOZES)[number];

const hourMs = 3_600_000;
const morning = '09:00';

/** When a task that is put off comes back for someone in `zone`: in three hours, or at nine of the morning meant. */
export function snoozedUntil(choice: Snooze, { now, zone }: { now: Date; zone: string }): Date {
  const today = dayIn(zone, now);
  switch (choice) {
    case 'later':
      return new Date(now.getTime() + 3 * hourMs);
    case 'tomorrow':
      return instantIn(zone, addDays(today, 1), morning);
    case 'week':
      return instantIn(zone, addDays(today, 8 - weekdayOf(today)), morning);
    case 'month':
      return instantIn(zone, addDays(today, 30), morning);
  }
}

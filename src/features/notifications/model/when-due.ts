import type { EmailTiming } from '@/features/notifications/model/notification-kinds';
import { addDays, dayIn, instantIn, timeIn, weekdayOf } from '@/shared/zoned-time';

/** When a person wants to be told; times of day as HH:MM. */
export interface Times {
  /** IANA. */
  timeZone: string;
  /** From then until `quietUntil`, over midnight when it is the later one; null or the same time: never quiet. */
  quietFrom: string | null;
  quietUntil: string | null;
  digestAt: string;
  /** Of the weekly digest: 1 = Monday … 7. */
  digestDay: number;
}

export const defaultTimes: Omit<Times, 'timeZone'> = {
  quietFrom: '20:00',
  quietUntil: '07:00',
  digestAt: '08:00',
  digestDay: 1,
};

/**
 * The instant at which a person is told of what happens at `at`: at once, or at their next digest; never in their quiet
 * hours but at the end of them. Never before `at`; a digest is always after it.
 */
export function whenDue(at: Date, timing: Exclude<EmailTiming, 'off'>, times: Times): Date {
  return timing === 'immediately' ? afterQuiet(at, times) : afterQuiet(nextDigest(at, timing, times), times);
}

/** Whether clocks of the person's zone show a time of their quiet hours. */
export function isQuiet(at: Date, { timeZone, quietFrom, quietUntil }: Times): boolean {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  const now = timeIn(timeZone, at);
  return quietFrom < quietUntil ? quietFrom <= now && now < quietUntil : quietFrom <= now || now < quietUntil;
}

function afterQuiet(at: Date, times: Times): Date {
  if (!isQuiet(at, times)) return at;
  return firstAfter(at, times, times.quietUntil ?? '', () => true);
}

function nextDigest(at: Date, timing: 'daily' | 'weekly', times: Times): Date {
  const isDay = (day: string) => timing === 'daily' || weekdayOf(day) === times.digestDay;
  return firstAfter(at, times, times.digestAt, isDay);
}

// eslint-disable-next-line max-params -- the question in its four words: after when, whose clocks, which time, which days
function firstAfter(at: Date, { timeZone }: Times, time: string, isDay: (day: string) => boolean): Date {
  for (let day = dayIn(timeZone, at); ; day = addDays(day, 1)) {
    const candidate = instantIn(timeZone, day, time);
    if (candidate > at && isDay(day)) return candidate;
  }
}

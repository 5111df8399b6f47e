import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDay, nextDue, type Recurrence } from '@/features/tasks/model/recurrence';
import { SNOOZES, snoozedUntil } from '@/features/tasks/model/snooze';
import { addDays, dayIn, timeIn, weekdayOf } from '@/shared/zoned-time';

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Africa/Cairo',
);
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const rule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.constant<Recurrence>({ every: 'day' }),
  fc.constant<Recurrence>({ every: 'weekday' }),
  weekdays.map<Recurrence>((days) => ({ every: 'week', days })),
  fc.integer({ min: 1, max: 31 }).map<Recurrence>((day) => ({ every: 'month', day })),
);

describe('the next of a series', () => {
  test('is later than the one that was due, not past where it was set, and on a day of the rule; nothing is skipped', () => {
    fc.assert(
      fc.property(zone, instant, fc.tuple(rule, fc.integer({ min: -60, max: 60 })), (where, now, [every, days]) => {
        const today = dayIn(where, now);
        const due = { on: addDays(today, days), time: '17:30', zone: where };
        const next = nextDue(due, every, now);
        expect(next).toMatchObject({ time: '17:30', zone: where });
        expect(next.on > due.on && next.on >= today).toBe(true);
        if (every.every === 'weekday') expect(weekdayOf(next.on)).toBeLessThanOrEqual(5);
        if (every.every === 'week') expect(every.days).toContain(weekdayOf(next.on));
        // No day of the rule lies between: the day before leads to the same one.
        const earliest = due.on >= today ? due.on : addDays(today, -1);
        for (let day = earliest; day < next.on; day = addDays(day, 1)) expect(nextDay(every, day)).toBe(next.on);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each<[Recurrence, string, string]>([
    [{ every: 'month', day: 31 }, '2026-01-31', '2026-02-28'],
    [{ every: 'month', day: 31 }, '2026-02-28', '2026-03-31'], // the day is not lost by a short month
    [{ every: 'month', day: 29 }, '2028-01-29', '2028-02-29'],
    [{ every: 'weekday' }, '2026-11-20', '2026-11-23'],
    [{ every: 'week', days: [1, 4] }, '2026-11-23', '2026-11-26'],
    [{ every: 'day' }, '2026-12-31', '2027-01-01'],
  ])('%j after %s is %s', (every, day, expected) => {
    expect(nextDay(every, day)).toBe(expected);
  });

  test('what is late by weeks comes again today or later, not on a day that has passed', () => {
    const due = { on: '2026-11-02', time: null, zone: 'Europe/Berlin' };
    const now = new Date('2026-11-23T09:00:00Z');
    expect(nextDue(due, { every: 'week', days: [1] }, now).on).toBe('2026-11-23');
    expect(nextDue(due, { every: 'week', days: [2] }, now).on).toBe('2026-11-24');
  });
});

test('what is put off comes back later, in the morning where the person is', () => {
  fc.assert(
    fc.property(zone, instant, fc.constantFrom(...SNOOZES), (where, now, choice) => {
      const until = snoozedUntil(choice, { now, zone: where });
      expect(until > now).toBe(true);
      if (choice !== 'later') expect(timeIn(where, until)).toBe('09:00');
      if (choice === 'tomorrow') expect(dayIn(where, until)).toBe(addDays(dayIn(where, now), 1));
      if (choice === 'week') expect(weekdayOf(dayIn(where, until))).toBe(1);
    }),
    { numRuns: 2_000 },
  );
});

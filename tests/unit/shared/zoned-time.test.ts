import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn, instantIn, timeIn, weekdayOf } from '@/shared/zoned-time';

const zone = fc.constantFrom(
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tokyo'],
  ...[
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Africa/Cairo',
    'America/Sao_Paulo',
    'Asia/Beirut',
  ],
);
const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const minute = fc.nat({ max: 24 * 60 - 1 });
const asTime = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);

describe('a day and a time of a zone', () => {
  test('are what its clocks show then, wherever they show them at all', () => {
    fc.assert(
      fc.property(zone, instant, minute, (where, at, minutes) => {
        const [day, time] = [dayIn(where, at), asTime(minutes)];
        const found = instantIn(where, day, time);
        const shown = `${dayIn(where, found)} ${timeIn(where, found)}`;
        // Clocks that were put forward over it show a later time, within the same day.
        expect(shown >= `${day} ${time}`).toBe(true);
        if (shown === `${day} ${time}`) {
          const earlier = new Date(found.getTime() - 3_600_000);
          expect(`${dayIn(where, earlier)} ${timeIn(where, earlier)}`).not.toBe(shown);
        } else {
          const before = new Date(found.getTime() - 3_600_000 * 2);
          expect(`${dayIn(where, before)} ${timeIn(where, before)}` < `${day} ${time}`).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('follow each other: a day begins when the one before ends, after 23 to 25 hours', () => {
    fc.assert(
      fc.property(zone, instant, (where, at) => {
        const day = dayIn(where, at);
        const [from, to] = [instantIn(where, day), instantIn(where, addDays(day, 1))];
        expect(from <= at && at < to).toBe(true);
        expect(dayIn(where, new Date(from.getTime() - 1))).toBe(addDays(day, -1));
        expect(dayIn(where, new Date(to.getTime() - 1))).toBe(day);
        const hours = (to.getTime() - from.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThanOrEqual(23);
        expect(hours).toBeLessThanOrEqual(25);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'], // skipped: half past three
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // twice: the first
    ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00.000Z'], // midnight skipped: the day's first instant
    ['Asia/Kathmandu', '2026-01-01', '09:00', '2026-01-01T03:15:00.000Z'],
  ] as const)('%s %s %s is %s', (where, day, ...[time, expected]) => {
    expect(instantIn(where, day, time).toISOString()).toBe(expected);
  });
});

test('days of the week and of the calendar', () => {
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

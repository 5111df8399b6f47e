import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAtOf, dueDayIn, dueGroupOf, DUE_GROUPS, isOverdue } from '@/features/tasks/model/due';
import { addDays, dayIn } from '@/shared/zoned-time';

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Africa/Cairo',
);
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
const distance = fc.integer({ min: -20, max: 20 });

describe('a day without a time', () => {
  test('is due today all day where it was set, and overdue from the next midnight on', () => {
    fc.assert(
      fc.property(zone, instant, (where, now) => {
        const today = dayIn(where, now);
        const due = { on: today, time: null, zone: where };
        expect(dueGroupOf(due, { now, zone: where })).toBe('today');
        expect(dueDayIn(where, due)).toBe(today);
        expect(dueGroupOf({ ...due, on: addDays(today, -1) }, { now, zone: where })).toBe('overdue');
        expect(isOverdue(dueAtOf(due), new Date(dueAtOf(due).getTime() - 1))).toBe(false);
        expect(isOverdue(dueAtOf(due), dueAtOf(due))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('ends on the same day, or one beside it, for someone elsewhere', () => {
    fc.assert(
      fc.property(zone, zone, instant, (where, elsewhere, at) => {
        const on = dayIn(where, at);
        expect([addDays(on, -1), on, addDays(on, 1)]).toContain(dueDayIn(elsewhere, { on, time: null, zone: where }));
      }),
    );
  });
});

test('the groups of a list stand in the order of time, wherever one looks from', () => {
  fc.assert(
    fc.property(zone, instant, fc.tuple(distance, distance), (where, now, [one, other]) => {
      const today = dayIn(where, now);
      const [first, second] = [Math.min(one, other), Math.max(one, other)].map((days) =>
        dueGroupOf({ on: addDays(today, days), time: null, zone: where }, { now, zone: where }),
      );
      expect(DUE_GROUPS.indexOf(first!)).toBeLessThanOrEqual(DUE_GROUPS.indexOf(second!));
    }),
  );
});

test.each([
  // Sunday 22 November 2026, 23:30 in Berlin
  ['2026-11-22', null, 'today'],
  ['2026-11-22', '23:00', 'overdue'],
  ['2026-11-22', '23:45', 'today'],
  ['2026-11-23', null, 'later'], // a new week begins
] as const)('on a Sunday night, %s %s is %s', (on, time, group) => {
  const now = new Date('2026-11-22T22:30:00Z');
  expect(dueGroupOf({ on, time, zone: 'Europe/Berlin' }, { now, zone: 'Europe/Berlin' })).toBe(group);
});

test('on a Monday, Sunday is this week and the Monday after is later; no day is none', () => {
  const look = { now: new Date('2026-11-23T12:00:00Z'), zone: 'Europe/Berlin' };
  expect(dueGroupOf({ on: '2026-11-29', time: null, zone: 'Europe/Berlin' }, look)).toBe('week');
  expect(dueGroupOf({ on: '2026-11-30', time: null, zone: 'Europe/Berlin' }, look)).toBe('later');
  expect(dueGroupOf(null, look)).toBe('none');
});

test('a time is one instant for everyone: 09:00 in Tokyo is still the day before in New York', () => {
  const due = { on: '2026-11-23', time: '09:00', zone: 'Asia/Tokyo' };
  expect(dueAtOf(due).toISOString()).toBe('2026-11-23T00:00:00.000Z');
  expect(dueDayIn('America/New_York', due)).toBe('2026-11-22');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, whenDue, type Times } from '@/features/notifications/model/when-due';
import { timeIn, weekdayOf, dayIn } from '@/shared/zoned-time';

const berlin: Times = {
  timeZone: 'Europe/Berlin',
  quietFrom: '22:00',
  quietUntil: '07:00',
  digestAt: '08:30',
  digestDay: 1,
};
const due = (at: string, timing: 'immediately' | 'daily' | 'weekly', times: Partial<Times> = {}) =>
  whenDue(new Date(at), timing, { ...berlin, ...times }).toISOString();

describe('when a person is told', () => {
  it.each([
    ['in the day, at once', '2026-07-01T12:00:00Z', '2026-07-01T12:00:00.000Z'],
    ['in the evening, in the morning', '2026-07-01T20:00:00Z', '2026-07-02T05:00:00.000Z'],
    ['after midnight, in the same morning', '2026-07-01T23:30:00Z', '2026-07-02T05:00:00.000Z'],
    ['a second before the quiet begins, at once', '2026-07-01T19:59:59Z', '2026-07-01T19:59:59.000Z'],
    ['as it ends, at once', '2026-07-02T05:00:00Z', '2026-07-02T05:00:00.000Z'],
    ['in winter an hour later by UTC', '2026-12-01T22:00:00Z', '2026-12-02T06:00:00.000Z'],
    ['in the night in which clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['in the night in which clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_, at, expected) => {
    expect(due(at, 'immediately')).toBe(expected);
  });

  it.each([
    ['before the hour, on the same day', '2026-07-01T06:29:00Z', 'daily', '2026-07-01T06:30:00.000Z'],
    ['at the hour, on the next', '2026-07-01T06:30:00Z', 'daily', '2026-07-02T06:30:00.000Z'],
    ['over the change of clocks', '2026-10-24T12:00:00Z', 'daily', '2026-10-25T07:30:00.000Z'],
    ['of a Wednesday, next Monday', '2026-07-01T12:00:00Z', 'weekly', '2026-07-06T06:30:00.000Z'],
    ['of a Monday afternoon, in a week', '2026-07-06T12:00:00Z', 'weekly', '2026-07-13T06:30:00.000Z'],
  ] as const)('by digest: %s', (...[, at, timing, expected]) => {
    expect(due(at, timing)).toBe(expected);
  });

  it('by a digest that lies in the quiet hours, at their end', () => {
    expect(due('2026-07-01T12:00:00Z', 'daily', { digestAt: '06:00' })).toBe('2026-07-02T05:00:00.000Z');
  });

  it('at a time that clocks skip, as soon as there is one', () => {
    const times = { quietFrom: '00:00', quietUntil: '02:30' };
    expect(due('2026-03-29T00:30:00Z', 'immediately', times)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('at once, when the hours are empty or off', () => {
    const night = '2026-07-01T23:30:00Z';
    for (const times of [{ quietFrom: null, quietUntil: null }, { quietFrom: '07:00' }])
      expect(due(night, 'immediately', times)).toBe('2026-07-01T23:30:00.000Z');
  });
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyTimes: fc.Arbitrary<Times> = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ),
  quietFrom: clock,
  quietUntil: clock,
  digestAt: clock,
  digestDay: fc.integer({ min: 1, max: 7 }),
});
const anyInstant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const hourMs = 3_600_000;

describe('whenever something happens, wherever the person is', () => {
  const timing = fc.constantFrom('immediately' as const, 'daily' as const, 'weekly' as const);

  it('they are told after it, never in their quiet hours, and no later than they asked', () => {
    fc.assert(
      fc.property(anyInstant, timing, anyTimes, (at, how, times) => {
        const told = whenDue(at, how, times);
        const latest = { immediately: 25, daily: 49, weekly: 8 * 24 + 25 }[how] * hourMs;
        expect(told.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(told.getTime() - at.getTime()).toBeLessThanOrEqual(latest);
        expect(isQuiet(told, times)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a day has one digest: whatever happens between two of them is told in the second', () => {
    fc.assert(
      fc.property(anyInstant, anyTimes, fc.integer({ min: 0, max: 999 }), (at, times, part) => {
        const awake = { ...times, quietFrom: null, quietUntil: null };
        const first = whenDue(at, 'daily', awake);
        const second = whenDue(first, 'daily', awake);
        const between = new Date(first.getTime() + ((second.getTime() - first.getTime()) * part) / 1000);
        expect(whenDue(between, 'daily', awake)).toEqual(second);
        expect(second.getTime() - first.getTime()).toBeGreaterThan(20 * hourMs);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the weekly digest is on its day and hour, but where clocks skipped it', () => {
    fc.assert(
      fc.property(anyInstant, anyTimes, (at, times) => {
        const told = whenDue(at, 'weekly', { ...times, quietFrom: null, quietUntil: null });
        expect(weekdayOf(dayIn(times.timeZone, told))).toBe(times.digestDay);
        const skew = Math.abs(minutes(timeIn(times.timeZone, told)) - minutes(times.digestAt));
        expect(Math.min(skew, 1440 - skew)).toBeLessThanOrEqual(60);
      }),
      { numRuns: 1_000 },
    );
  });
});

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

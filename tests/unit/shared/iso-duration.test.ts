import { describe, expect, it } from 'vitest';
import { isIsoDuration, subtractIsoDuration } from '@/shared/iso-duration';

describe('isIsoDuration', () => {
  it.each(['P30D', 'P3M', 'P1Y2M3W4D', 'PT12H', 'P1DT30M', 'PT5S'])('takes %s', (text) => {
    expect(isIsoDuration(text)).toBe(true);
  });
  it.each(['', 'P', 'PT', 'P1DT', '30D', 'P-1D', 'P1.5D', 'P1H', 'PT1D', 'p30d', 'P99999999D'])(
    'refuses %j',
    (text) => {
      expect(isIsoDuration(text)).toBe(false);
    },
  );
});

describe('subtractIsoDuration', () => {
  const now = new Date('2026-03-31T12:00:00.000Z');
  it.each([
    ['P30D', '2026-03-01T12:00:00.000Z'],
    ['P1M', '2026-02-28T12:00:00.000Z'],
    ['P1Y', '2025-03-31T12:00:00.000Z'],
    ['P2W', '2026-03-17T12:00:00.000Z'],
    ['PT36H', '2026-03-30T00:00:00.000Z'],
    ['P1M1DT1S', '2026-02-27T11:59:59.000Z'],
  ])('goes %s back', (duration, instant) => {
    expect(subtractIsoDuration(now, duration).toISOString()).toBe(instant);
  });
});

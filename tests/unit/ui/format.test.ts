import { describe, expect, it } from 'vitest';
import { createFormat, currencyDigits } from '@/ui/format';

const english = createFormat('en-US', 'America/New_York');
const german = createFormat('de-DE', 'Europe/Berlin');
const japanese = createFormat('ja-JP', 'Asia/Tokyo');
const now = '2026-11-22T14:00:00Z';

describe('numbers', () => {
  it('follows the locale', () => {
    expect(english.number(1_234_567.5)).toBe('1,234,567.5');
    expect(german.number(1_234_567.5)).toBe('1.234.567,5');
    expect(english.compact(1_234_000)).toBe('1.2M');
    expect(japanese.compact(12_340)).toBe('1.2万');
  });

  it('shows shares with the same decimals down a column, and changes with their sign', () => {
    expect(english.percent(0.046)).toBe('4.6%');
    expect(english.percent(0.01)).toBe('1.0%');
    expect(german.percent(0.5, 0)).toBe('50\u00a0%');
    expect(english.change(0.061)).toBe('+6.1%');
    expect(english.change(-0.06)).toBe('-6%');
    expect(english.change(0)).toBe('0%');
  });

  it('says that a missing or impossible number is not available, never 0', () => {
    for (const missing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(english.number(missing)).toBe('n/a');
      expect(english.percent(missing)).toBe('n/a');
    }
    expect(english.money(null, 'EUR')).toBe('n/a');
    expect(english.number(0)).toBe('0');
  });

  it('marks a total that was not counted to its end', () => {
    expect(english.total({ count: 10_000, exact: false })).toBe('10,000+');
    expect(german.total({ count: 9_999, exact: true })).toBe('9.999');
  });
});

describe('money', () => {
  it('divides minor units by what the currency has', () => {
    expect(english.money(120_050, 'USD')).toBe('$1,200.50');
    expect(german.money(120_050, 'EUR')).toBe('1.200,50\u00a0€');
    expect(english.money(1200, 'JPY')).toBe('¥1,200');
    expect(english.money(1_234_567, 'KWD')).toBe('KWD\u00a01,234.567');
    expect(english.money(-5, 'USD')).toBe('-$0.05');
  });

  it('knows how many decimals a currency has', () => {
    expect([currencyDigits('EUR'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([2, 0, 3]);
  });
});

describe('times', () => {
  it('shows an instant in the zone of the person, and names the zone', () => {
    expect(english.dateTime('2026-11-22T14:05:00Z')).toMatch(/^Nov 22, 2026, 09:05\sAM EST$/);
    expect(german.dateTime('2026-07-01T22:30:00Z')).toContain('2. Juli 2026');
    expect(german.dateTime('2026-07-01T22:30:00Z')).toContain('00:30');
    expect(german.dateTime('2026-07-01T22:30:00Z')).toContain('MESZ');
    expect(german.zoneName('2026-11-22T12:00:00Z')).toBe('Mitteleuropäische Normalzeit');
  });

  it('puts an instant on the calendar day of the zone', () => {
    const lateEvening = '2026-11-21T23:30:00Z';
    expect(german.date(lateEvening)).toBe('22.11.2026');
    expect(english.date(lateEvening)).toBe('Nov 21, 2026');
  });

  it('leaves a calendar day what it is in every zone', () => {
    expect(english.day('2026-11-22')).toBe('Nov 22, 2026');
    expect(japanese.day('2026-11-22')).toBe('2026/11/22');
    expect(english.day(null)).toBe('n/a');
  });

  it('shortens a moment by how far it is', () => {
    const british = createFormat('en-GB', 'Europe/Berlin');
    expect(british.moment('2026-11-22T07:12:00Z', now)).toBe('Today 08:12');
    expect(british.moment('2026-11-21T22:59:00Z', now)).toBe('Yesterday 23:59');
    expect(british.moment('2026-11-21T23:01:00Z', now)).toBe('Today 00:01');
    expect(british.moment('2026-11-19T12:00:00Z', now)).toMatch(/^Thu,? 19 Nov$/);
    expect(british.moment('2026-10-02T12:00:00Z', now)).toBe('2 Oct');
    expect(british.moment('2025-10-02T12:00:00Z', now)).toBe('2 Oct 2025');
    expect(british.moment('2026-12-24T12:00:00Z', now)).toBe('24 Dec');
  });

  it('tells the distance in the largest unit that fits', () => {
    expect(english.relative('2026-11-19T14:00:00Z', now)).toBe('3 days ago');
    expect(english.relative('2026-11-22T16:00:00Z', now)).toBe('in 2 hours');
    expect(english.relative('2026-11-22T13:59:40Z', now)).toBe('now');
    expect(german.relative('2026-11-21T14:00:00Z', now)).toBe('gestern');
  });

  it('does not invent a time', () => {
    expect(english.date('no date')).toBe('n/a');
    expect(english.moment(null, now)).toBe('n/a');
    expect(english.relative(undefined, now)).toBe('n/a');
  });

  it('uses only spaces that Node and browsers agree on', () => {
    const french = createFormat('fr-FR', 'Europe/Paris');
    expect(french.number(1_234_567)).not.toMatch(/[\u202f\u2009]/);
    expect(english.time(now)).not.toMatch(/[\u202f\u2009]/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat, currencyDigits } from '@/ui/format';
import { parseMoney } from '@/ui/parse-money';

const minor = (amountMinor: number) => ({ ok: true, amountMinor });
const refused = (reason: string) => ({ ok: false, reason });

describe('parseMoney', () => {
  it.each([
    ['1,234.50', 'EUR', 'en-US', 123_450],
    ['1.234,50', 'EUR', 'de-DE', 123_450],
    ['1.234,5', 'EUR', 'de-DE', 123_450],
    ["1'234.50", 'CHF', 'de-CH', 123_450],
    ['1 234,50 €', 'EUR', 'fr-FR', 123_450],
    ['€ 12', 'EUR', 'en-US', 1200],
    ['EUR 12', 'EUR', 'en-US', 1200],
    ['.5', 'EUR', 'en-US', 50],
    ['12.', 'EUR', 'en-US', 1200],
    ['0', 'EUR', 'en-US', 0],
    ['1,00,000', 'INR', 'en-IN', 10_000_000],
    ['1200', 'JPY', 'ja-JP', 1200],
    ['1,200', 'JPY', 'en-US', 1200],
    ['12.345', 'KWD', 'en-US', 12_345],
    ['١٢٣٫٥', 'EUR', 'ar-EG', 12_350],
  ])('reads %s %s in %s', (...[text, currency, locale, expected]) => {
    expect(parseMoney(text, currency, locale)).toEqual(minor(expected));
  });

  it('takes a separator that can only be meant one way that way, whatever the locale', () => {
    expect(parseMoney('12.50', 'EUR', 'de-DE')).toEqual(minor(1250));
    expect(parseMoney('12,50', 'EUR', 'en-US')).toEqual(minor(1250));
    expect(parseMoney('1,234.50', 'EUR', 'de-DE')).toEqual(minor(123_450));
    expect(parseMoney('1.234.567', 'EUR', 'en-US')).toEqual(minor(123_456_700));
  });

  it('reads an open separator by the locale', () => {
    expect(parseMoney('1.234', 'EUR', 'de-DE')).toEqual(minor(123_400));
    expect(parseMoney('1.234', 'EUR', 'en-US')).toEqual(refused('too_precise'));
    expect(parseMoney('1,234', 'EUR', 'en-US')).toEqual(minor(123_400));
  });

  it('never rounds: decimals the currency does not have are refused, zeros are not decimals', () => {
    expect(parseMoney('12.5', 'JPY', 'en-US')).toEqual(refused('too_precise'));
    expect(parseMoney('12.00', 'JPY', 'en-US')).toEqual(minor(12));
    expect(parseMoney('1.2345', 'KWD', 'en-US')).toEqual(refused('too_precise'));
  });

  it.each(['abc', '1,2,3', '12.34.5', '1.234,56,78', '1,234.56.78', '..', '1e5', '=1+1', '1/2'])(
    'refuses %s',
    (text) => {
      expect(parseMoney(text, 'EUR', 'en-US').ok).toBe(false);
    },
  );

  it('tells empty, negative and too large apart', () => {
    expect(parseMoney('  ', 'EUR', 'en-US')).toEqual(refused('empty'));
    expect(parseMoney('€', 'EUR', 'en-US')).toEqual(refused('empty'));
    expect(parseMoney('-5', 'EUR', 'en-US')).toEqual(refused('negative'));
    expect(parseMoney('\u22125', 'EUR', 'en-US')).toEqual(refused('negative'));
    expect(parseMoney('9'.repeat(30), 'EUR', 'en-US')).toEqual(refused('too_large'));
  });

  it('reads back whatever we show, in every locale and currency', () => {
    const locales = fc.constantFrom(
      'en-US',
      'en-GB',
      'de-DE',
      'de-CH',
      'fr-FR',
      'es-ES',
      'pt-BR',
      'sv-SE',
      'ja-JP',
      'hi-IN',
    );
    const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'INR');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), locales, currencies, (amountMinor, locale, currency) => {
        const digits = currencyDigits(currency);
        const shown = createFormat(locale, 'UTC').number(amountMinor / 10 ** digits, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        expect(parseMoney(shown, currency, locale)).toEqual(minor(amountMinor));
      }),
    );
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseMoney(text, 'EUR', 'de-DE');
        if (parsed.ok) expect(Number.isSafeInteger(parsed.amountMinor) && parsed.amountMinor >= 0).toBe(true);
      }),
    );
  });
});

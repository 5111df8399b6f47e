import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyValue } from '@/features/imports/model/empty-value';
import { parseBoolean } from '@/features/imports/model/parse-boolean';
import { parseCountry } from '@/features/imports/model/parse-country';
import { dateOrdersOf, parseDate } from '@/features/imports/model/parse-date';
import { parseLanguage } from '@/features/imports/model/parse-language';
import { parseMoney } from '@/features/imports/model/parse-money';
import { decimalEvidence, parseNumber, type DecimalMark } from '@/features/imports/model/parse-number';

describe('parseNumber', () => {
  it.each([
    ['1.2M', 1_200_000],
    ['12,5k', 12_500],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['0.89k', 890],
    ['29.0b', 29_000_000_000],
    ['10.4M', 10_400_000],
    ['475.8m', 475_800_000],
    ['4.4m', 4_400_000],
    ['1 234', 1234],
    ['1\u00a0234\u202f567', 1_234_567],
    ["1'234.5", 1234.5],
    ['1’234', 1234],
    ['3,5 Mio.', 3_500_000],
    ['2 Mrd', 2e9],
    ['12 Tsd.', 12_000],
    ['12,5 mil', 12_500],
    ['1.2万', 12_000],
    ['3億', 3e8],
    ['-5', -5],
    ['−5,5', -5.5],
    ['(12)', -12],
    ['10k+', 10_000],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1e5', 100_000],
    ['１２３', 123],
    ['1,00,000', 100_000],
    ['0', 0],
    ['50700000', 50_700_000],
    ['1.2340', 1.234],
    ['.5', 0.5],
  ] as [string, number][])('%s → %d', (text, value) => {
    expect(parseNumber(text, '.')).toEqual({ value, percent: false });
    expect(parseNumber(text, ',')).toEqual({ value, percent: false });
  });

  it('reads percentages', () => {
    expect(parseNumber('1.39%', '.')).toEqual({ value: 1.39, percent: true });
    expect(parseNumber('1,39 %', '.')).toEqual({ value: 1.39, percent: true });
  });

  it('asks the column only for what can be read in two ways', () => {
    expect([parseNumber('1,234', '.')?.value, parseNumber('1,234', ',')?.value]).toEqual([1234, 1.234]);
    expect([parseNumber('1.234', '.')?.value, parseNumber('1.234', ',')?.value]).toEqual([1.234, 1234]);
    expect(['1,234', '1.234', '12,5', '1.5', '0.123', '1234', '1.234.567', '1,234k', 'x'].map(decimalEvidence)).toEqual(
      ['ambiguous', 'ambiguous', ',', '.', '.', 'none', ',', 'none', undefined],
    );
  });

  it.each([
    '',
    'abc',
    '12 34',
    '1.2.3',
    '1,2,3',
    'v1',
    '10x',
    '--5',
    '12-5',
    '1.234,567.8',
    '2022-06-01',
    '=1+1',
    '5%5',
  ])('takes %j for no number', (text) => {
    expect(parseNumber(text, '.')).toBeUndefined();
  });

  it.each([
    ['en', '.'],
    ['de', ','],
    ['fr', ','],
    ['de-CH', '.'],
    ['en-IN', '.'],
    ['pt', ','],
    ['sv', ','],
  ] as const)('gives back any number formatted for %s', (locale, decimal: DecimalMark) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: true });
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        expect(parseNumber(format.format(hundredths / 100), decimal)?.value).toBeCloseTo(hundredths / 100, 6);
      }),
    );
    if (locale === 'en-IN' || locale === 'sv') return;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e8 }), (value) => {
        const rounded = Number(value.toPrecision(3));
        expect(parseNumber(compact.format(value), decimal)?.value).toBeCloseTo(rounded, 3);
      }),
    );
  });
});

describe('parseDate', () => {
  it.each([
    ['2022-06-07', '2022-06-07'],
    ['2022-06-07T23:30:00-08:00', '2022-06-07'],
    ['20220607', '2022-06-07'],
    ['2022/6/7', '2022-06-07'],
    ['2022.06.07', '2022-06-07'],
    ['31.12.2022', '2022-12-31'],
    ['12/31/22', '2022-12-31'],
    ['7. Juni 2022', '2022-06-07'],
    ['7 juin 2022', '2022-06-07'],
    ['7 de junio de 2022', '2022-06-07'],
    ['Jun 7, 2022', '2022-06-07'],
    ['June 7th, 2022 10:15 AM', '2022-06-07'],
    ['07-Mar-98', '1998-03-07'],
    ['June 2022', '2022-06-01'],
    ['1º de março de 2022', '2022-03-01'],
    ['44719', '2022-06-07'],
    ['5.5.2022', '2022-05-05'],
  ])('%s → %s in any order', (text, day) => {
    for (const order of ['dmy', 'mdy', 'ymd'] as const) expect(parseDate(text, order)).toBe(day);
    expect(dateOrdersOf(text)).toHaveLength(1);
  });

  it('reads an ambiguous day in the order given', () => {
    expect(parseDate('03/04/2022', 'dmy')).toBe('2022-04-03');
    expect(parseDate('03/04/2022', 'mdy')).toBe('2022-03-04');
    expect(dateOrdersOf('03/04/2022')).toEqual(['dmy', 'mdy']);
    expect(['31/12/2022', '12/31/2022', '98-05-31', '5/5/22'].map(dateOrdersOf)).toEqual([
      ['dmy'],
      ['mdy'],
      ['ymd'],
      ['any'],
    ]);
  });

  it.each(['', '31/02/2022', '2022-13-01', '1.2M', '1234', 'soon', '0000-00-00', '12:30', '99/99/99'])(
    'takes %j for no day',
    (text) => {
      expect(parseDate(text, 'dmy')).toBeUndefined();
    },
  );

  it.each(['en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'pl'])(
    'gives back any day written for %s',
    (locale) => {
      const order = locale === 'en-US' ? 'mdy' : 'dmy';
      const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
      for (const dateStyle of ['short', 'medium', 'long'] as const) {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
        fc.assert(
          fc.property(days, (date) => {
            expect(parseDate(format.format(date), order)).toBe(date.toISOString().slice(0, 10));
          }),
        );
      }
    },
  );
});

describe('the other values', () => {
  it('knows countries in many languages', () => {
    const codes = {
      'United States': 'US', USA: 'US', 'U.S.A.': 'US', UK: 'GB', England: 'GB', Deutschland: 'DE', germany: 'DE',
      España: 'ES', Espana: 'ES', Brasil: 'BR', Filipinas: 'PH', "Côte d'Ivoire": 'CI', 'South Korea': 'KR', Россия: 'RU',
      日本: 'JP', '🇩🇪': 'DE', DEU: 'DE', de: 'DE', 'Berlin, Germany': 'DE', 'Germany (DE)': 'DE', Türkiye: 'TR',
      'British Virgin Islands': 'VG', Ucrania: 'UA', Suisse: 'CH', Nederland: 'NL', 'Arabia Saudita': 'SA',
    }; // prettier-ignore
    expect(Object.fromEntries(Object.keys(codes).map((name) => [name, parseCountry(name)]))).toEqual(codes);
    expect(['Europe', '12.5k', '', 'Music', 'Berlin', 'ZZ'].map(parseCountry)).toEqual(Array(6).fill(undefined));
  });

  it('knows languages', () => {
    expect(['English', 'Deutsch', 'português', 'pt_br', 'EN', 'Español', '日本語', 'deu', 'xx', 'Music'].map(parseLanguage)).toEqual([
      'en', 'de', 'pt', 'pt-BR', 'en', 'es', 'ja', 'de', undefined, undefined,
    ]); // prettier-ignore
  });

  it('knows yes and no', () => {
    expect(['Yes', 'nein', 'Sí', '✓', 'TRUE', '0', 'maybe'].map(parseBoolean)).toEqual([
      true, false, true, true, true, false, undefined,
    ]); // prettier-ignore
  });

  it('reads money into minor units', () => {
    const read = (text: string) => {
      const result = parseMoney(text, { decimal: '.' });
      return result.ok ? `${result.money.amountMinor} ${result.money.currency}` : result.reason;
    };
    expect(['€1.250,00', 'USD 500', '1,2k $', "CHF 1'500.-", '¥12000', '500', 'ask', '50%', 'R$ 1.500'].map(read)).toEqual([
      '125000 EUR', '50000 USD', '120000 USD', '150000 CHF', '12000 JPY', 'currency_missing', 'not_money', 'not_money', '150 BRL',
    ]); // prettier-ignore
  });

  it('tells a missing value from a value', () => {
    expect(['', '  ', 'N/A', '#VALOR!', '#NAME?', '#NOMBRE?', '#DIV/0!', '-', 'Unknown', 'n.a.', 'k.A.'].map(emptyValue)).toEqual([
      'blank', 'blank', ...Array<string>(9).fill('placeholder'),
    ]); // prettier-ignore
    expect(['0', '#hashtag', 'Nana', 'Anna', '@none'].map(emptyValue)).toEqual(Array(5).fill(undefined));
  });
});

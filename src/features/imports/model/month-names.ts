import { foldText } from '@/shared/identity/fold-name';

const locales = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'tr', 'ru', 'uk'];
const extra: [string, number][] = [
  ['sept', 9],
  ['janner', 1],
  ['feber', 2],
  ['mrz', 3],
  ['set', 9],
];

/** Folded month names and abbreviations of the languages lists come in → 1 to 12. */
export const monthNames: ReadonlyMap<string, number> = new Map([...locales.flatMap(monthsOf), ...extra]);

function monthsOf(locale: string): [string, number][] {
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  return forms.flatMap((options) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    return Array.from({ length: 12 }, (_, month): [string, number] => {
      const parts = format.formatToParts(Date.UTC(2024, month, 15));
      return [foldText(parts.find((part) => part.type === 'month')?.value ?? ''), month + 1];
    }).filter(([name]) => /^\p{L}/u.test(name));
  });
}

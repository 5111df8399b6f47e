import { monthNames, tomorrow, weekdayNames } from './return-date.data';

export interface FoundDate {
  /** YYYY-MM-DD */
  day: string;
  /** Where it begins and ends in the text. */
  start: number;
  end: number;
}

const monthNumbers = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const weekdays = new Map(weekdayNames.flatMap((names, index) => names.map((name) => [name, index] as const)));
const longestFirst = (names: Iterable<string>) => [...names].sort((one, other) => other.length - one.length).join('|');
const month = `(?<month>${longestFirst(monthNumbers.keys())})(?![\\p{L}])\\.?`;
const year = '(?:,?\\s*(?:de\\s+|del\\s+|of\\s+)?(?<year>20\\d\\d))?';
const day = '(?<day>[0-3]?\\d)';

const forms = [
  /(?<![\d.])(?<year>20\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d])/gu,
  /(?:(?<year>20\d\d)\s?[年년]\s?)?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일号號]?/gu,
  new RegExp(
    `(?<![\\d.,/])${day}(?:st|nd|rd|th|er|º|ª|ème|e|:e|\\.)?\\s*(?:of\\s+|de\\s+|d['’]|di\\s+)?${month}${year}`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])${month}\\s+(?:the\\s+)?${day}(?:st|nd|rd|th)?(?![\\d:])${year}`, 'giu'),
  /(?<![\d./:-])(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})(?:\k<mark>(?<year>20\d\d|\d\d))?(?![\d:%/-]|\.\d|\s?(?:uhr|h\b|pm|am))/giu,
];
const weekday = new RegExp(`(?<![\\p{L}])(?<name>${longestFirst(weekdays.keys())})`, 'giu');

/** Dates in the words of any of the languages, the year put in as the first not before `reference` (YYYY-MM-DD). */
export function findDates(text: string, reference: string | null): FoundDate[] {
  const found: FoundDate[] = [];
  const free = (start: number, end: number) => found.every((other) => end <= other.start || start >= other.end);
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const date = toDay(match.groups ?? {}, reference);
      const end = match.index + match[0].length;
      if (date && free(match.index, end)) found.push({ day: date, start: match.index, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Days named by their weekday or as tomorrow: the first after `reference`. */
export function findWeekdays(text: string, reference: string | null): FoundDate[] {
  if (!reference) return [];
  const today = new Date(`${reference}T00:00:00Z`);
  const found = [...text.matchAll(weekday)].map((match) => {
    const ahead = ((weekdays.get(match.groups?.['name']?.toLowerCase() ?? '') ?? 0) - today.getUTCDay() + 7) % 7 || 7;
    return { day: addDays(reference, ahead), start: match.index, end: match.index + match[0].length };
  });
  const next = tomorrow.exec(text);
  return next ? [...found, { day: addDays(reference, 1), start: next.index, end: next.index + next[0].length }] : found;
}

export function addDays(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

type Parts = Partial<Record<string, string>>;

function toDay(parts: Parts, reference: string | null): string | undefined {
  const named = parts['month'] ?? '';
  const number = monthNumbers.get(named.toLowerCase()) ?? Number(named);
  const orders = parts['one'] ? [[parts['one'], parts['two']], [parts['two'], parts['one']]] : [[parts['day'], String(number)]]; // prettier-ignore
  const days = orders.flatMap(([dayText, monthText]) =>
    complete({ day: Number(dayText), month: Number(monthText) }, parts['year'], reference),
  );
  const ahead = days.filter((date) => !reference || date >= reference);
  return parts['one'] ? (nearest(ahead) ?? days[0]) : days[0];
}

/** Of 04/05 the reading that comes sooner: somebody away for a week says so more often than for a year. */
function nearest(days: string[]): string | undefined {
  return [...days].sort()[0];
}

function complete(
  date: { day: number; month: number },
  yearText: string | undefined,
  reference: string | null,
): string[] {
  const years = yearText ? [Number(yearText.length === 2 ? `20${yearText}` : yearText)] : yearsFrom(reference);
  const days = years.map(
    (number) => `${number}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`,
  );
  const real = days.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isReal(text));
  const first = yearText ? real[0] : real.find((text) => text >= addDays(reference ?? text, -1));
  return first ? [first] : [];
}

function yearsFrom(reference: string | null): number[] {
  if (!reference) return [];
  const now = Number(reference.slice(0, 4));
  return [now, now + 1];
}

function isReal(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

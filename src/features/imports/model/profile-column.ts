import { normalizeEmail } from '@/shared/identity/normalize-email';
import { normalizePhone } from '@/shared/identity/normalize-phone';
import { looksLikeUrl, parseProfileUrl } from '@/shared/identity/parse-profile-url';
import { platformOf, type Platform } from '@/shared/identity/platforms';
import { emptyValue } from './empty-value';
import { parseBoolean } from './parse-boolean';
import { parseCountry } from './parse-country';
import { dateOrdersOf, type DateOrder } from './parse-date';
import { parseLanguage } from './parse-language';
import { parseMoney } from './parse-money';
import { decimalEvidence, parseNumber, type DecimalMark } from './parse-number';

export const CONTENT_TYPES = [
  'email', 'url', 'percent', 'number', 'money', 'date', 'boolean', 'country', 'platform', 'language', 'phone', 'handle',
] as const; // prettier-ignore
export type ContentType = (typeof CONTENT_TYPES)[number];

/** What the cells of a column hold, from its first rows; the two inferences are from every row of the file. */
export interface ColumnProfile {
  /** Cells that say something. */
  filled: number;
  /** `N/A`, `-`, `#VALOR!` …: read as missing. */
  placeholders: number;
  /** Of the filled cells, by type; a cell may be of several. */
  counts: Record<ContentType, number>;
  distinct: number;
  longest: number;
  max: number;
  samples: string[];
  /** Of addresses of profiles: on which platform most are. */
  platform?: Platform;
  decimal: DecimalMark | 'mixed' | 'ambiguous' | 'none';
  dateOrder: DateOrder | 'ambiguous' | 'none';
  /** Values that can be read in two ways, for the question. */
  ambiguousNumbers: string[];
  ambiguousDates: string[];
}

export interface ColumnProfiler {
  /** `full` for the first rows; later ones only serve the two inferences. */
  add(cell: string, full: boolean): void;
  profile(): ColumnProfile;
}

/** Only days that begin with one or two digits can be read in more than one order. */
const shortDate = /^\s*\d{1,2}\s?[-/.\s]\s?\d{1,2}\s?[-/.\s]/;
const EXAMPLES = 5;
const MAX_DISTINCT = 1000;

export function profileColumn(): ColumnProfiler {
  const profile: Omit<ColumnProfile, 'distinct' | 'platform' | 'decimal' | 'dateOrder'> = {
    filled: 0,
    placeholders: 0,
    counts: Object.fromEntries(CONTENT_TYPES.map((type) => [type, 0])) as Record<ContentType, number>,
    longest: 0,
    max: 0,
    samples: [],
    ambiguousNumbers: [],
    ambiguousDates: [],
  };
  const distinct = new Set<string>();
  const platforms = new Map<Platform, number>();
  const marks = { '.': 0, ',': 0 };
  const orders = { dmy: 0, mdy: 0, ymd: 0 };

  const addFully = (cell: string) => {
    profile.filled += 1;
    profile.longest = Math.max(profile.longest, cell.length);
    if (distinct.size < MAX_DISTINCT) distinct.add(cell);
    keep(profile.samples, cell);
    for (const type of CONTENT_TYPES) if (holds[type](cell)) profile.counts[type] += 1;
    profile.max = Math.max(profile.max, parseNumber(cell, '.')?.value ?? 0);
    const address = cell.includes('.') && cell.includes('/') ? parseProfileUrl(cell) : 'not_a_url';
    if (typeof address !== 'string') platforms.set(address.platform, (platforms.get(address.platform) ?? 0) + 1);
  };

  return {
    add(cell, full) {
      const empty = emptyValue(cell);
      if (full && empty === 'placeholder') profile.placeholders += 1;
      if (empty) return;
      if (full) addFully(cell.trim());
      if (cell.length > 60) return;
      if (/\d[.,]|[.,]\d/.test(cell)) addNumberEvidence(cell, marks, profile.ambiguousNumbers);
      if (shortDate.test(cell)) addDateEvidence(cell, orders, profile.ambiguousDates);
    },
    profile: () => ({
      ...profile,
      distinct: distinct.size,
      platform: [...platforms].sort((a, b) => b[1] - a[1])[0]?.[0],
      decimal: decimalOf(marks, profile.ambiguousNumbers),
      dateOrder: dateOrderOf(orders, profile.ambiguousDates),
    }),
  };
}

const holds: Record<ContentType, (cell: string) => boolean> = {
  email: (cell) =>
    cell.includes('@') && cell.split(/[\s,;|<>]+/).some((part) => part.includes('.') && normalizeEmail(part).ok),
  url: (cell) => looksLikeUrl(cell),
  percent: (cell) => parseNumber(cell, '.')?.percent === true,
  number: (cell) => parseNumber(cell, '.')?.percent === false,
  money: (cell) => parseNumber(cell, '.') === undefined && cell.length < 30 && parseMoney(cell, { decimal: '.' }).ok,
  date: (cell) => !/^\d{5}$/.test(cell) && dateOrdersOf(cell).length > 0,
  boolean: (cell) => cell.length < 12 && parseBoolean(cell) !== undefined,
  country: (cell) => parseCountry(cell) !== undefined,
  platform: (cell) => platformOf(cell) !== undefined,
  language: (cell) => parseLanguage(cell.split(/[,;|/]/)[0] ?? '') !== undefined,
  phone: (cell) => /^[+(\d]/.test(cell) && cell.replace(/\D/g, '').length >= 7 && normalizePhone(cell).ok,
  handle: (cell) => /^@?[\p{Ll}\p{N}._-]{2,40}$/u.test(cell) || /^@[\w.-]{2,40}$/.test(cell),
};

function keep(list: string[], cell: string): void {
  const shown = cell.slice(0, 120);
  if (list.length < EXAMPLES && !list.includes(shown)) list.push(shown);
}

function addNumberEvidence(cell: string, marks: Record<DecimalMark, number>, ambiguous: string[]): void {
  const evidence = decimalEvidence(cell);
  if (evidence === '.' || evidence === ',') marks[evidence] += 1;
  if (evidence === 'ambiguous') keep(ambiguous, cell);
}

function addDateEvidence(cell: string, orders: Record<DateOrder, number>, ambiguous: string[]): void {
  const found = dateOrdersOf(cell);
  const [only] = found;
  if (found.length === 1 && only && only !== 'any') orders[only] += 1;
  if (found.length > 1) keep(ambiguous, cell);
}

function decimalOf(marks: Record<DecimalMark, number>, ambiguous: string[]): ColumnProfile['decimal'] {
  if (marks['.'] > 0 && marks[','] > 0) return 'mixed';
  if (marks['.'] > 0) return '.';
  if (marks[','] > 0) return ',';
  return ambiguous.length > 0 ? 'ambiguous' : 'none';
}

function dateOrderOf(orders: Record<DateOrder, number>, ambiguous: string[]): ColumnProfile['dateOrder'] {
  const found = (['dmy', 'mdy', 'ymd'] as const).filter((order) => orders[order] > 0);
  if (found.length === 1) return found[0] ?? 'none';
  return found.length > 1 || ambiguous.length > 0 ? 'ambiguous' : 'none';
}

import { uiTexts } from './ui-texts';

type Instant = Date | string | number;
type Missing = null | undefined;

export interface Format {
  /** `1,234,567`; the digits as they are. */
  number: (value: number | Missing, options?: Intl.NumberFormatOptions) => string;
  /** `1.2M`: for follower counts and the like. */
  compact: (value: number | Missing) => string;
  /** A share (0.046 → `4.6%`). A missing one is not available, never 0. */
  percent: (share: number | Missing, fractionDigits?: number) => string;
  /** A change of a share or a count with its sign: 0.061 → `+6.1%`. */
  change: (share: number | Missing) => string;
  /** Minor units of an ISO 4217 currency: (120050, 'EUR') → `€1,200.50`. */
  money: (amountMinor: number | Missing, currency: string) => string;
  /** `10,000+` when the count stopped there. */
  total: (total: { count: number; exact: boolean }) => string;
  /** `22 Nov 2026`, in the person's zone. */
  date: (at: Instant | Missing) => string;
  /** A calendar day `YYYY-MM-DD`, which has no zone. */
  day: (day: string | Missing) => string;
  /** `09:41`. */
  time: (at: Instant | Missing) => string;
  /** `22 Nov 2026, 09:41 CET`: always with its zone. */
  dateTime: (at: Instant | Missing) => string;
  /** As a list shows it: `Today 09:41`, `Yesterday`, `Thu 19 Nov`, `2 Oct 2025`. */
  moment: (at: Instant | Missing, now: Instant) => string;
  /** `3 days ago`, `in 2 hours`. */
  relative: (at: Instant | Missing, now: Instant) => string;
  /** `Central European Standard Time`, at that instant. */
  zoneName: (at: Instant) => string;
}

/**
 * Everything a person reads as a number, an amount or a time, by locale (BCP 47) and zone (IANA). Pure: `now`
 * is passed in. Spaces are normalised, since Node and browsers disagree about them and hydration would complain.
 */
export function createFormat(locale: string, timeZone: string): Format {
  return { ...numberFormats(locale), ...timeFormats(locale, timeZone) };
}

function numberFormats(locale: string) {
  const number = (value: number | Missing, options: Intl.NumberFormatOptions = {}) =>
    isMissing(value) ? uiTexts.notAvailable : tidy(numberFormat(locale, options).format(value));
  return {
    number,
    compact: (value: number | Missing) => number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    percent: (share: number | Missing, digits = 1) =>
      number(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    change: (share: number | Missing) =>
      number(share, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    money: (amountMinor: number | Missing, currency: string) =>
      isMissing(amountMinor) ? uiTexts.notAvailable : formatMoney(amountMinor, currency, locale),
    total: ({ count, exact }: { count: number; exact: boolean }) => `${number(count)}${exact ? '' : '+'}`,
  };
}

/** Digits after the point of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const amount = amountMinor / 10 ** currencyDigits(currency);
  return tidy(numberFormat(locale, { style: 'currency', currency }).format(amount));
}

function timeFormats(locale: string, timeZone: string) {
  const show = (at: Instant | Missing, options: Intl.DateTimeFormatOptions) => {
    const date = instantOf(at);
    return date ? tidy(dateFormat(locale, { timeZone, ...options }).format(date)) : uiTexts.notAvailable;
  };
  const date = (at: Instant | Missing) => show(at, { dateStyle: 'medium' });
  return {
    date,
    day: (day: string | Missing) => show(day ? `${day}T00:00:00Z` : null, { dateStyle: 'medium', timeZone: 'UTC' }),
    time: (at: Instant | Missing) => show(at, { hour: '2-digit', minute: '2-digit' }),
    dateTime: (at: Instant | Missing) =>
      show(at, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      }),
    moment: (at: Instant | Missing, now: Instant) => formatMoment(show, { at, now, timeZone }),
    relative: (at: Instant | Missing, now: Instant) => formatRelative(locale, at, now),
    zoneName: (at: Instant) => zoneNameOf(locale, timeZone, at),
  };
}

type Show = (at: Instant | Missing, options: Intl.DateTimeFormatOptions) => string;

function formatMoment(
  show: Show,
  { at, now, timeZone }: { at: Instant | Missing; now: Instant; timeZone: string },
): string {
  const days = daysBetween(at, now, timeZone);
  if (days === null) return uiTexts.notAvailable;
  const time = show(at, { hour: '2-digit', minute: '2-digit' });
  if (days === 0) return `${uiTexts.today} ${time}`;
  if (days === 1) return `${uiTexts.yesterday} ${time}`;
  if (days > 1 && days < 7) return show(at, { weekday: 'short', day: 'numeric', month: 'short' });
  const sameYear = show(at, { year: 'numeric' }) === show(now, { year: 'numeric' });
  return show(at, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** Calendar days from `at` to `now` in the zone: 0 the same day, 1 the day before. */
function daysBetween(at: Instant | Missing, now: Instant, timeZone: string): number | null {
  const [from, to] = [instantOf(at), instantOf(now)];
  if (!from || !to) return null;
  const dayOf = (date: Date) => Date.parse(dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date));
  return Math.round((dayOf(to) - dayOf(from)) / 86_400_000);
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function formatRelative(locale: string, at: Instant | Missing, now: Instant): string {
  const [to, from] = [instantOf(at), instantOf(now)];
  if (!to || !from) return uiTexts.notAvailable;
  const distanceMs = to.getTime() - from.getTime();
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, unitMs] of units) {
    if (Math.abs(distanceMs) >= unitMs) return tidy(format.format(Math.trunc(distanceMs / unitMs), unit));
  }
  return tidy(format.format(0, 'second'));
}

function zoneNameOf(locale: string, timeZone: string, at: Instant): string {
  const parts = dateFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(instantOf(at) ?? undefined);
  return tidy(parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone);
}

function instantOf(at: Instant | Missing): Date | null {
  if (at === null || at === undefined) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date;
}

function isMissing(value: number | Missing): value is Missing {
  return value === null || value === undefined || !Number.isFinite(value);
}

function tidy(text: string): string {
  return text.replace(/[\u202f\u2009]/g, '\u00a0');
}

const numberCache = new Map<string, Intl.NumberFormat>();
const dateCache = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = numberCache.get(key) ?? new Intl.NumberFormat(locale, options);
  numberCache.set(key, format);
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = dateCache.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateCache.set(key, format);
  return format;
}

import { z } from 'zod';

/**
 * A text of 1 to `max` characters, kept exactly as it was written. What PostgreSQL or UTF-8 cannot hold (NUL, half a
 * surrogate pair) is refused rather than altered; so is a text with nothing in it to see.
 */
export function text(max: number) {
  return z
    .string()
    .max(max, { message: `must be at most ${max} characters` })
    .refine((value) => !value.includes('\0'), { message: 'must not hold NUL characters' })
    .refine((value) => !/\p{Cs}/u.test(value), { message: 'must not hold half of a surrogate pair' })
    .refine((value) => /[^\s\p{Cc}\p{Cf}\p{Z}]/u.test(value), { message: 'must not be blank' });
}

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const daySchema = z.iso.date({ message: 'must be a day like 2026-03-31' });

/** An instant with an offset, as RFC 3339 writes it. */
export const instantSchema = z.iso
  .datetime({ offset: true, message: 'must be an instant like 2026-03-31T12:00:00Z' })
  .transform((value) => new Date(value));

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** ISO 3166-1 alpha-2. */
export const countrySchema = z.string().refine((value) => /^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined, {
  message: 'must be a country code like DE',
});

/** BCP 47, in its canonical form. */
export const languageSchema = z
  .string()
  .max(35)
  .refine((value) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value) && canonicalLanguage(value) !== null, {
    message: 'must be a language tag like de or pt-BR',
  })
  .transform((value) => canonicalLanguage(value) ?? value);

function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** IANA. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'must be a time zone like Europe/Berlin' });

function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** ISO 4217. */
export const currencySchema = z
  .string()
  .refine((value) => currencies.has(value), { message: 'must be a currency code like EUR' });

/** Minor units of the currency; never a fraction, never more than a double holds exactly. */
export const amountMinorSchema = z
  .number()
  .int({ message: 'must be a whole number of minor units' })
  .min(0, { message: 'must not be negative' })
  .max(Number.MAX_SAFE_INTEGER);

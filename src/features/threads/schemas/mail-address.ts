import { z } from 'zod';
import { normalizeEmail } from '@/shared/identity/normalize-email';

/** A line of a header: no line ends, nothing that steers a terminal, half a surrogate pair or NUL. */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .min(1, { message: 'must not be empty' })
    .max(max, { message: `must be at most ${max} characters` })
    .refine((value) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(value), {
      message: 'must be one line without control characters',
    });
}

/** An address as it stands in an envelope: the local part as typed, the domain in ASCII. */
export const mailAddressSchema = z
  .string()
  .max(500)
  .transform((value, context) => {
    const address = toMailAddress(value);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: 'must be an e-mail address' });
    return z.NEVER;
  });

/** Null for what is no address. */
export function toMailAddress(value: string): string | null {
  const read = normalizeEmail(value);
  if (!read.ok) return null;
  const local = read.address.slice(0, read.address.lastIndexOf('@'));
  return `${local}${read.normalized.slice(read.normalized.lastIndexOf('@'))}`;
}

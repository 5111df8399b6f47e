import { z } from 'zod';
import { LEGAL_BASES } from '@/features/creators/model/vocabulary';
import { text } from '@/shared/fields';
import { MAX_EMAIL_CHARS, normalizeEmail } from '@/shared/identity/normalize-email';
import { normalizePhone } from '@/shared/identity/normalize-phone';

export const legalBasisSchema = z.enum(LEGAL_BASES).meta({ description: 'Why the address may be used (GDPR Art. 6)' });
export const addressSourceSchema = text(255).meta({ description: 'Where it came from; GDPR Art. 14 asks' });

const written = z.string().max(2048, { message: `must be at most ${MAX_EMAIL_CHARS} characters` });

export const emailSchema = z
  .strictObject({
    address: written,
    label: text(255).optional(),
    isPrimary: z.boolean().optional(),
    source: addressSourceSchema.optional(),
    legalBasis: legalBasisSchema.optional(),
  })
  .transform((email, context) => {
    const read = normalizeEmail(email.address);
    if (!read.ok) {
      const message =
        read.reason === 'too_long' ? `must be at most ${MAX_EMAIL_CHARS} characters` : 'must be an e-mail address';
      context.addIssue({ code: 'custom', path: ['address'], message });
      return z.NEVER;
    }
    return { ...email, address: read.address, normalized: read.normalized };
  });
export type EmailInput = z.output<typeof emailSchema>;

export const phoneSchema = z
  .strictObject({
    number: text(64),
    label: text(255).optional(),
    isPrimary: z.boolean().optional(),
    source: addressSourceSchema.optional(),
  })
  .transform((phone, context) => {
    const read = normalizePhone(phone.number);
    if (!read.ok) {
      context.addIssue({ code: 'custom', path: ['number'], message: 'must be a telephone number' });
      return z.NEVER;
    }
    return { ...phone, number: read.number };
  });
export type PhoneInput = z.output<typeof phoneSchema>;

/** A place to send things to. */
export const postalAddressSchema = z.strictObject({
  name: text(255).optional(),
  line1: text(255).optional(),
  line2: text(255).optional(),
  postalCode: text(32).optional(),
  city: text(255).optional(),
  region: text(255).optional(),
  country: text(64).optional(),
  phone: text(64).optional(),
});
export type PostalAddress = z.output<typeof postalAddressSchema>;

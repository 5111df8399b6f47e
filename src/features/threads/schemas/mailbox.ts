import { z } from 'zod';
import { lineSchema, mailAddressSchema } from '@/features/threads/schemas/mail-address';
import { idSchema } from '@/shared/ids';

export const mailboxSchema = z.object({
  id: z.string(),
  brandId: z.string(),
  brandName: z.string(),
  address: z.string(),
  displayName: z.string().meta({ description: 'The name a creator sees beside the address' }),
  kind: z.enum(['shared', 'personal']),
});
export type MailboxDto = z.output<typeof mailboxSchema>;

export const createMailboxSchema = z.strictObject({
  brandId: idSchema('brand'),
  address: mailAddressSchema,
  displayName: lineSchema(200),
});
export type CreateMailboxInput = z.output<typeof createMailboxSchema>;

import { z } from 'zod';
import { lineSchema, mailAddressSchema } from '@/features/threads/schemas/mail-address';
import { connectionSchema } from '@/features/threads/schemas/mailbox-connection';
import { idSchema } from '@/shared/ids';

export const mailboxSchema = z.object({
  id: z.string(),
  brandId: z.string(),
  brandName: z.string(),
  address: z.string(),
  displayName: z.string().meta({ description: 'The name a creator sees beside the address' }),
  kind: z.enum(['shared', 'personal']),
  visibility: z.enum(['team', 'owner']),
  owned: z.boolean().meta({ description: 'Whether it is the personal mailbox of whoever asks' }),
  connection: connectionSchema.nullable().meta({
    description: 'Null: mail leaves through the mail server of the installation, and comes in by `inbound/email` only',
  }),
});
export type MailboxDto = z.output<typeof mailboxSchema>;

export const createMailboxSchema = z.strictObject({
  brandId: idSchema('brand'),
  address: mailAddressSchema,
  displayName: lineSchema(200),
});
export type CreateMailboxInput = z.output<typeof createMailboxSchema>;

import { z } from 'zod';
import { lineSchema, mailAddressSchema } from '@/features/threads/schemas/mail-address';
import { idSchema } from '@/shared/ids';

export const securitySchema = z.enum(['tls', 'starttls', 'none']).meta({
  description:
    '`tls` from the first byte, `starttls` before anything secret is said; `none` only where private hosts are allowed',
});

const hostSchema = lineSchema(253).refine((host) => /^[a-z0-9._:[\]-]+$/i.test(host), {
  message: 'must be the name of a server, such as imap.example.com',
});

export const serverSchema = z.strictObject({
  host: hostSchema,
  port: z.int().min(1).max(65_535),
  security: securitySchema,
});

const passwordSchema = z
  .string()
  .min(1, { message: 'must not be empty' })
  .max(500)
  .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), { message: 'must be one line without control characters' });

/** How a mailbox is reached by password. */
export const accountSchema = z.strictObject({
  imap: serverSchema,
  smtp: serverSchema,
  userName: lineSchema(254),
  password: passwordSchema.meta({ description: 'Kept encrypted, and never given out again' }),
});
export type AccountInput = z.output<typeof accountSchema>;

const mailboxFields = {
  displayName: lineSchema(200),
  kind: z.enum(['shared', 'personal']).default('shared').meta({
    description: 'Of a personal mailbox only mail with known contacts is kept',
  }),
  visibility: z.enum(['team', 'owner']).default('team').meta({
    description: 'Who sees what came and went by a personal mailbox; a shared one is the team’s',
  }),
};

export const connectMailboxSchema = z.strictObject({
  ...mailboxFields,
  brandId: idSchema('brand'),
  address: mailAddressSchema,
  account: accountSchema,
  historyFrom: z.iso
    .datetime({ offset: true })
    .transform((value) => new Date(value))
    .nullable()
    .default(null)
    .meta({ description: 'Mail from this time on is imported; null: only what comes from now on' }),
});
export type ConnectMailboxInput = z.output<typeof connectMailboxSchema>;

/** What is left out stays. The password may only stay while the servers and the user name do. */
export const updateMailboxSchema = z.strictObject({
  displayName: lineSchema(200).optional(),
  visibility: mailboxFields.visibility.unwrap().optional(),
  account: accountSchema.partial({ password: true }).optional(),
});
export type UpdateMailboxInput = z.output<typeof updateMailboxSchema>;

export const chooseMailboxSchema = z.strictObject({ id: idSchema('mailbox') });

/** Settings that are not saved yet, or those of a mailbox with what was typed over them. */
export const testMailboxSchema = z.strictObject({
  id: idSchema('mailbox').optional(),
  account: accountSchema.partial({ password: true }),
});

const outcomeSchema = z.object({
  ok: z.boolean(),
  problem: z.string().nullable().meta({ description: 'A word for programs, such as `login_refused`' }),
  message: z.string().nullable().meta({ description: 'What is wrong and what to do' }),
});

export const mailboxTestSchema = z.object({ imap: outcomeSchema, smtp: outcomeSchema });
export type MailboxTestDto = z.output<typeof mailboxTestSchema>;

export const connectionSchema = z.object({
  state: z.enum(['connected', 'paused', 'failed']),
  problem: z.string().nullable().meta({ description: 'What is wrong, and what to do' }),
  auth: z.enum(['password', 'google', 'microsoft']),
  userName: z.string(),
  imap: serverSchema,
  smtp: serverSchema,
  historyFrom: z.string().nullable(),
  historyTotal: z.int(),
  historyDone: z.int(),
  skipped: z.int().meta({ description: 'Messages that were too large or could not be read' }),
  syncedAt: z.string().nullable().meta({ description: 'When all that was there was in' }),
});

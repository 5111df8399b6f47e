import { z } from 'zod';
import { messageStates } from '@/features/threads/model/message-transitions';

const recipientSchema = z.object({
  kind: z.enum(['to', 'cc', 'bcc']),
  name: z.string().nullable(),
  address: z.string().nullable().meta({ description: 'Null for who may not see personal data' }),
  state: z.enum(['pending', 'accepted', 'rejected', 'bounced']),
  response: z.string().nullable().meta({ description: "The mail server's own words" }),
});

const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.number().meta({ description: 'Bytes' }),
});

export const messageStateSchema = z.enum(messageStates);

export const messageSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  creatorId: z.string().nullable(),
  mailboxId: z.string().nullable(),
  direction: z.enum(['outgoing', 'incoming', 'internal']),
  state: messageStateSchema,
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  rfcMessageId: z.string().meta({ description: 'As in the header, with angle brackets' }),
  from: z.object({ name: z.string(), address: z.string() }),
  recipients: z.array(recipientSchema),
  attachments: z.array(attachmentSchema),
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  queuedAt: z.string().nullable(),
  handedOverAt: z.string().nullable().meta({ description: 'The Date header: when it was first handed over' }),
  sentAt: z.string().nullable(),
  failure: z.string().nullable().meta({ description: 'Why it is failed, unknown or waiting for another attempt' }),
  serverResponse: z.string().nullable(),
});
export type MessageDto = z.output<typeof messageSchema>;

/** What a message would be, and everything that keeps it from being sent. */
export const previewSchema = z.object({
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  to: z.array(z.object({ name: z.string().nullable(), address: z.string().nullable() })),
  cc: z.array(z.object({ name: z.string().nullable(), address: z.string().nullable() })),
  subject: z.string(),
  html: z.string(),
  problems: z.array(
    z.object({
      problem: z.enum([
        'do_not_contact',
        'minor_without_guardian',
        'archived',
        'no_address',
        'no_mailbox',
        'unknown_field',
        'empty_field',
        'empty_subject',
        'empty_body',
      ]),
      field: z.string().nullable(),
      message: z.string(),
    }),
  ),
});
export type MessagePreview = z.output<typeof previewSchema>;
export type MessageProblem = MessagePreview['problems'][number];

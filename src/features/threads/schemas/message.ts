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
  kind: z
    .enum(['invoice', 'media_kit', 'tax_form', 'contract', 'draft'])
    .nullable()
    .meta({ description: 'What it was recognised as' }),
  inline: z.boolean().meta({ description: 'A picture within the text' }),
});

export const messageStateSchema = z.enum(messageStates);

export const messageSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  creatorId: z.string().nullable(),
  mailboxId: z.string().nullable(),
  direction: z.enum(['outgoing', 'incoming', 'internal']),
  kind: z.string().meta({
    description: 'message, reply, auto_reply, bounce, delivery_report, complaint, unsubscribe, calendar, list, note',
  }),
  state: messageStateSchema,
  subject: z.string(),
  html: z.string().meta({ description: 'Empty of what came in: that is at /messages/{id}/html, sanitised' }),
  hasHtml: z.boolean().meta({ description: 'Of what came in: whether it has a formatted body' }),
  text: z.string(),
  visibleText: z.string().nullable().meta({ description: 'Of what came in: the new words, without what they quote' }),
  facts: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({ description: 'What was read from it: the day of return, why it bounced' }),
  aboutId: z.string().nullable().meta({ description: 'Of a report: the message of ours it is about' }),
  hasRaw: z.boolean().meta({ description: 'Whether it can be had as it came, at /messages/{id}/raw' }),
  mailboxes: z.array(z.string()).meta({ description: 'Addresses of the mailboxes it lies in' }),
  rfcMessageId: z.string().meta({ description: 'As in the header, with angle brackets' }),
  from: z.object({ name: z.string(), address: z.string() }),
  recipients: z.array(recipientSchema),
  attachments: z.array(attachmentSchema),
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  queuedAt: z.string().nullable(),
  sendAt: z.string().nullable().meta({ description: 'It leaves then, and can be taken back before' }),
  handedOverAt: z.string().nullable().meta({ description: 'The Date header: when it was first handed over' }),
  sentAt: z.string().nullable(),
  failure: z.string().nullable().meta({ description: 'Why it is failed, unknown or waiting for another attempt' }),
  serverResponse: z.string().nullable(),
  version: z.number(),
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

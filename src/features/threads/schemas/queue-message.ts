import { z } from 'zod';
import { lineSchema, mailAddressSchema } from '@/features/threads/schemas/mail-address';
import { instantSchema } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

/** Together; most mail servers take about 25 MB and encoding adds a third. */
export const mostAttachmentBytes = 25 * 1024 * 1024;
const mostAttachments = 20;
const mostHtmlChars = 500_000;

const addresseeError = 'must be an e-mail address, or a name of one line with one; at most 20';

const addresseeSchema = z.union(
  [
    mailAddressSchema.transform((address) => ({ name: null, address })),
    z.strictObject({ name: lineSchema(200).nullable(), address: mailAddressSchema }),
  ],
  { error: addresseeError },
);

/** What a person says about a message, before it is clear whether it can be sent. */
export const composeMessageSchema = z.strictObject({
  creatorId: idSchema('creator'),
  threadId: idSchema('thread').optional().meta({ description: 'The conversation it continues; a new one otherwise' }),
  mailboxId: idSchema('mailbox').optional().meta({ description: 'Default: the first mailbox of the brand' }),
  brandId: idSchema('brand').optional().meta({ description: "Whose default mailbox; default: the workspace's first" }),
  to: z
    .union([addresseeSchema.transform((one) => [one]), z.array(addresseeSchema).min(1).max(20)], {
      error: addresseeError,
    })
    .optional()
    .meta({ description: 'Default: the creator, or the contacts that stand in for them on the topic' }),
  topic: lineSchema(100).optional().meta({ description: 'Chooses the contacts by their topics' }),
  subject: z.string().max(998),
  html: z.string().max(mostHtmlChars).meta({ description: 'Rich text with merge fields such as {{creator.greeting}}' }),
});
export type ComposeMessageInput = z.output<typeof composeMessageSchema>;

export const sendAtSchema = instantSchema
  .optional()
  .meta({ description: 'Not before this; until then it can be taken back. Default, and what has passed: at once' });

export const queueMessageSchema = composeMessageSchema.extend({
  subject: lineSchema(998),
  fileIds: z.array(idSchema('file')).max(mostAttachments).optional(),
  sendAt: sendAtSchema,
  draftId: z
    .uuid()
    .optional()
    .meta({ description: 'Of the writer; the same draft sent twice, as by a second click, is one message' }),
});
/** The input of the command; the attachments are files the workspace has. */
export type QueueMessageInput = z.output<typeof queueMessageSchema>;

export const fileNameSchema = lineSchema(200);
export const contentTypeSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i, {
    message: 'must be a media type like text/plain',
  });

/** The body of `POST /messages`: the same, with attachments in it. */
export const postMessageSchema = queueMessageSchema.extend({
  attachments: z
    .array(
      z.strictObject({
        fileName: fileNameSchema,
        contentType: contentTypeSchema.default('application/octet-stream'),
        contentBase64: z
          .string()
          .regex(/^[A-Za-z0-9+/]*={0,2}$/, { message: 'must be base64' })
          .transform((text) => Buffer.from(text, 'base64')),
      }),
    )
    .max(mostAttachments)
    .optional(),
});

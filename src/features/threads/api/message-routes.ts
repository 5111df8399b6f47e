import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cancelMessage } from '@/features/threads/commands/cancel-message';
import { queueMessage } from '@/features/threads/commands/queue-message';
import { resolveUnknownMessage } from '@/features/threads/commands/resolve-unknown-message';
import { retryMessage } from '@/features/threads/commands/retry-message';
import { findMessages } from '@/features/threads/queries/find-messages';
import { getMessage } from '@/features/threads/queries/get-message';
import { findMessagesSchema } from '@/features/threads/schemas/find-messages';
import { messageSchema } from '@/features/threads/schemas/message';
import { mostAttachmentBytes, postMessageSchema } from '@/features/threads/schemas/queue-message';
import { resolutionSchema } from '@/features/threads/schemas/resolve-message';
import type { Tx } from '@/platform/db/in-workspace';
import { defineRoute } from '@/platform/http/define-route';
import { createStoredFile } from '@/platform/storage/create-stored-file';
import { putFile } from '@/platform/storage/put-file';
import { decodeId, encodeId } from '@/shared/ids';

const params = z.object({ id: z.string().transform((id) => decodeId('message', id)) });

export const sendMessageRoute = defineRoute({
  name: 'send-message',
  method: 'POST',
  path: '/messages',
  permission: 'message.send',
  summary: 'Write to a creator by e-mail; the worker sends it',
  body: postMessageSchema,
  answer: z.object({ id: z.string(), state: z.literal('queued'), rfcMessageId: z.string() }),
  status: 202,
  maxBodyBytes: 36 * 1024 * 1024,
  async prepare(ctx, { body }) {
    for (const { contentBase64 } of body.attachments ?? []) await putFile(ctx, [contentBase64], mostAttachmentBytes);
  },
  async run(tx, { body: { attachments = [], ...message } }) {
    const fileIds = [...(message.fileIds ?? [])];
    for (const attachment of attachments) fileIds.push(await attach(tx, attachment));
    const { id, rfcMessageId } = await queueMessage(tx, { ...message, fileIds });
    return { id: encodeId('message', id), state: 'queued' as const, rfcMessageId };
  },
});

type Attachment = NonNullable<z.output<typeof postMessageSchema>['attachments']>[number];

/** The bytes are in the storage since `prepare`. */
function attach(tx: Tx, { fileName, contentType, contentBase64 }: Attachment): Promise<string> {
  const hash = createHash('sha256').update(contentBase64).digest('hex');
  return createStoredFile(tx, { hash, size: contentBase64.length, name: fileName, contentType });
}

export const findMessagesRoute = defineRoute({
  name: 'find-messages',
  method: 'GET',
  path: '/messages',
  permission: 'message.read',
  summary: 'Messages, newest first',
  query: findMessagesSchema,
  answer: z.object({ data: z.array(messageSchema), nextCursor: z.string().nullable() }),
  run: (tx, { query }) => findMessages(tx, query),
});

export const getMessageRoute = defineRoute({
  name: 'get-message',
  method: 'GET',
  path: '/messages/{id}',
  permission: 'message.read',
  summary: 'One message, with what became of it for each recipient',
  params,
  answer: messageSchema,
  run: (tx, { params: { id } }) => getMessage(tx, id),
});

export const resolveMessageRoute = defineRoute({
  name: 'resolve-message',
  method: 'POST',
  path: '/messages/{id}/resolve',
  permission: 'message.send',
  summary: 'Say what became of a message that may or may not have left',
  params,
  body: resolutionSchema,
  answer: messageSchema,
  async run(tx, { params: { id }, body: { decision } }) {
    await resolveUnknownMessage(tx, { messageId: id, decision });
    return getMessage(tx, id);
  },
});

export const retryMessageRoute = defineRoute({
  name: 'retry-message',
  method: 'POST',
  path: '/messages/{id}/retry',
  permission: 'message.send',
  summary: 'Queue a failed message again',
  params,
  answer: messageSchema,
  async run(tx, { params: { id } }) {
    await retryMessage(tx, { messageId: id });
    return getMessage(tx, id);
  },
});

export const cancelMessageRoute = defineRoute({
  name: 'cancel-message',
  method: 'POST',
  path: '/messages/{id}/cancel',
  permission: 'message.send',
  summary: 'Take a queued message back',
  params,
  answer: messageSchema,
  async run(tx, { params: { id } }) {
    await cancelMessage(tx, { messageId: id });
    return getMessage(tx, id);
  },
});

import { z } from 'zod';
import { messageKinds } from '@/features/threads/model/read-mail';
import { findReceivingMailbox } from '@/features/threads/queries/find-receiving-mailbox';
import { receiveMails } from '@/features/threads/receive-mails';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { defineRawRoute } from '@/platform/http/define-route';
import { readBytes } from '@/platform/http/read-body';
import { AppError } from '@/shared/errors';
import { decodeId, encodeId } from '@/shared/ids';

const mostPushedBytes = 50 * 1024 * 1024;

const receivedSchema = z.object({
  id: z
    .string()
    .nullable()
    .meta({ description: 'Null where it was not kept: of a personal mailbox, with nobody known' }),
  threadId: z.string().nullable(),
  creatorIds: z.array(z.string()),
  kind: z.enum(messageKinds.filter((kind) => kind !== 'note')),
  visibleText: z.string().meta({ description: 'The new words, without what they quote and the signature' }),
  duplicate: z.boolean(),
});

export const receiveEmailRoute = defineRawRoute({
  name: 'receive-email',
  method: 'POST',
  path: '/inbound/email',
  permission: 'message.receive',
  summary:
    'Take in one e-mail as it came; answered after it was processed. `X-Envelope-To` names where it was delivered to',
  query: z.strictObject({
    mailbox: z.string().optional().meta({ description: 'Id of the mailbox it came in by; default: by the envelope' }),
  }),
  requestBody: {
    contentType: 'message/rfc822',
    schema: z.string().meta({ description: 'The raw message, at most 50 MB', format: 'binary' }),
  },
  answer: receivedSchema,
  respond: receiveEmail,
});

async function receiveEmail(ctx: Context, request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('mailbox');
  const deliveredTo = (request.headers.get('x-envelope-to') ?? '').split(',').map((one) => one.trim());
  const mailboxId = await inWorkspace(ctx, (tx) =>
    findReceivingMailbox(tx, { mailboxId: asked ? decodeId('mailbox', asked) : null, deliveredTo }),
  );
  const raw = await readBytes(request, mostPushedBytes);
  if (raw.length === 0) {
    throw new AppError('invalid_input', {
      reason: 'empty',
      message: 'Send the raw message as the body of the request.',
    });
  }
  const [outcome] = await receiveMails(ctx, { mailboxId, history: false, mails: [{ raw, receivedAt: ctx.now }] });
  if (!outcome)
    return Response.json({
      id: null,
      threadId: null,
      creatorIds: [],
      kind: 'message',
      visibleText: '',
      duplicate: false,
    });
  const { messageId, threadId, creatorIds, kind, visibleText, duplicate } = outcome;
  return Response.json({
    id: encodeId('message', messageId),
    threadId: encodeId('thread', threadId),
    creatorIds: creatorIds.map((id) => encodeId('creator', id)),
    kind,
    visibleText,
    duplicate,
  });
}

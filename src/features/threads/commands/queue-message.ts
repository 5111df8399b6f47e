import { v5 as uuidv5 } from 'uuid';
import { continueThread } from '@/features/threads/commands/continue-thread';
import { keepCopies } from '@/features/threads/commands/keep-copies';
import { messageQueued } from '@/features/threads/events';
import { toOneLine } from '@/features/threads/model/merge-fields';
import type { NamedProblem } from '@/features/threads/model/message-problems';
import { composeMessage, type ComposedMessage } from '@/features/threads/queries/compose-message';
import type { Sender } from '@/features/threads/queries/find-sender';
import { mostAttachmentBytes, type QueueMessageInput } from '@/features/threads/schemas/queue-message';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

export interface QueuedMessage {
  id: string;
  rfcMessageId: string;
}

/**
 * Addresses, fills and freezes a message to a creator; the worker sends it. With a `draftId`, the same draft of the same
 * person queued again answers the first message and sends nothing more.
 * @throws AppError invalid_state (do_not_contact, minor_without_guardian, archived, no_address, no_mailbox),
 *   invalid_input (empty or unknown fields, empty body), not_found (creator, mailbox, thread, file), limit_exceeded
 */
export async function queueMessage(tx: Tx, input: QueueMessageInput): Promise<QueuedMessage> {
  const id = input.draftId ? await claimDraft(tx, input.draftId) : newId();
  const earlier = await tx.db.message.findFirst({ where: { id }, select: { id: true, rfcMessageId: true } });
  if (earlier) return earlier;
  const composed = await composeMessage(tx, input);
  const { sender } = composed;
  const [problem] = composed.problems;
  if (problem || !sender) throw toRefusal(problem);
  const files = await requireFiles(tx, input.fileIds ?? []);
  const threadId = await continueThread(tx, { ...composed, threadId: input.threadId });
  const rfcMessageId = `<${id}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;
  await insertMessage(tx, { ...composed, id, rfcMessageId, threadId, sender });
  await insertParts(tx, { id, files, route: composed.route });
  await keepCopies(tx, [{ threadId, messageId: id, mailboxId: sender.mailboxId, receivedAt: tx.ctx.now }]);
  await recordEvent(tx, messageQueued, {
    subjectId: id,
    creatorId: composed.creatorId,
    payload: {
      subject: composed.subject,
      to: composed.route.to.map(({ address }) => address),
      cc: composed.route.cc.map(({ address }) => address),
      attachments: files.map(({ name }) => name),
    },
  });
  return { id, rfcMessageId };
}

/** The id that a draft's message has or will have; others who bring the same draft wait here until we are through. */
async function claimDraft(tx: Tx, draftId: string): Promise<string> {
  const { actor, workspaceId } = tx.ctx;
  const author = actor.type === 'user' ? actor.membershipId : actor.type === 'key' ? actor.keyId : '';
  const id = uuidv5(`${workspaceId} ${author} ${draftId}`, uuidv5.URL);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  return id;
}

function toRefusal(problem: NamedProblem | undefined): AppError {
  if (!problem) return new AppError('invalid_state', { reason: 'no_mailbox' });
  const { problem: reason, field, message } = problem;
  const aboutText = field !== null || reason === 'empty_subject' || reason === 'empty_body';
  if (!aboutText) return new AppError('invalid_state', { reason, message });
  const path = reason === 'empty_subject' ? 'subject' : 'html';
  return new AppError('invalid_input', { reason, message, fields: [{ path, message }] });
}

interface AttachedFile {
  id: string;
  name: string;
}

async function requireFiles(tx: Tx, fileIds: readonly string[]): Promise<AttachedFile[]> {
  const files = await tx.rows<AttachedFile & { size: number }>(sql`
    select f.id, f.name, f.size from unnest(${fileIds}::uuid[]) with ordinality as asked(id, position)
    join stored_file f on f.id = asked.id order by asked.position`);
  if (files.length < fileIds.length) {
    throw new AppError('not_found', { reason: 'file', message: 'A file of this message is not there any more.' });
  }
  if (files.reduce((total, { size }) => total + size, 0) > mostAttachmentBytes) {
    const message = `The attachments are larger than ${mostAttachmentBytes / 1024 / 1024} MB together.`;
    throw new AppError('limit_exceeded', { reason: 'attachments_too_large', message });
  }
  return files;
}

type NewMessage = ComposedMessage & { id: string; rfcMessageId: string; threadId: string; sender: Sender };

async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  const { id, rfcMessageId, threadId, creatorId, sender, subject, html, text } = message;
  const { actor, now, workspaceId } = tx.ctx;
  const authorId = actor.type === 'user' ? actor.membershipId : null;
  const from = { mailboxId: sender.mailboxId, fromName: sender.displayName, fromAddress: sender.address };
  const times = { createdAt: now, queuedAt: now };
  const content = { subject, html, text, rfcMessageId };
  await tx.db.message.create({
    data: {
      ...{ id, workspaceId, threadId, creatorId, authorId },
      ...{ direction: 'outgoing', state: 'queued' },
      ...from,
      ...content,
      ...times,
    },
  });
}

async function insertParts(
  tx: Tx,
  { id, files, route }: { id: string; files: AttachedFile[]; route: ComposedMessage['route'] },
): Promise<void> {
  const { workspaceId } = tx.ctx;
  const common = () => ({ id: newId(), workspaceId, messageId: id });
  await tx.db.messageRecipient.createMany({
    data: [
      ...route.to.map(({ name, address }) => ({ ...common(), kind: 'to', name, address })),
      ...route.cc.map(({ name, address }) => ({ ...common(), kind: 'cc', name, address })),
    ],
  });
  await tx.db.attachment.createMany({
    data: files.map((file, position) => ({ ...common(), fileId: file.id, name: toOneLine(file.name), position })),
  });
}

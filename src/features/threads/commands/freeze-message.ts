import { keepCopies } from '@/features/threads/commands/keep-copies';
import { messageQueued, messageScheduled } from '@/features/threads/events';
import type { NamedProblem } from '@/features/threads/model/message-problems';
import type { ComposedMessage } from '@/features/threads/queries/compose-message';
import type { Sender } from '@/features/threads/queries/find-sender';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

export type SendableMessage = ComposedMessage & { sender: Sender };

/** @throws AppError with the first problem of a message that cannot be sent as it is */
export function requireSendable(composed: ComposedMessage): SendableMessage {
  const [problem] = composed.problems;
  const { sender } = composed;
  if (problem || !sender) throw toRefusal(problem);
  return { ...composed, sender };
}

function toRefusal(problem: NamedProblem | undefined): AppError {
  if (!problem) return new AppError('invalid_state', { reason: 'no_mailbox' });
  const { problem: reason, field, message } = problem;
  const aboutText = field !== null || reason === 'empty_subject' || reason === 'empty_body';
  if (!aboutText) return new AppError('invalid_state', { reason, message });
  const path = reason === 'empty_subject' ? 'subject' : 'html';
  return new AppError('invalid_input', { reason, message, fields: [{ path, message }] });
}

interface Freezing {
  id: string;
  composed: SendableMessage;
  sendAt?: Date | undefined;
}

/** What a message is from `queued` on. */
export function frozenColumns({ now }: Context, { id, composed, sendAt }: Freezing) {
  const { sender, creatorId, subject, html, text } = composed;
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return {
    ...{ state: 'queued', creatorId, subject, html, text, rfcMessageId: `<${id}@${domain}>` },
    ...{ mailboxId: sender.mailboxId, fromName: sender.displayName, fromAddress: sender.address },
    ...{ queuedAt: now, sendAt: laterOnly(now, sendAt) },
  };
}

/** Addresses a frozen message, lays it into its mailbox, and records that it shall be sent, now or later. */
export async function addressMessage(
  tx: Tx,
  message: Freezing & { threadId: string; files: readonly { name: string }[] },
): Promise<void> {
  const { id, threadId, composed, files } = message;
  const { route, sender, subject, creatorId } = composed;
  const { now, workspaceId } = tx.ctx;
  const each = (kind: string) => (one: { name: string | null; address: string }) => ({
    ...{ id: newId(), workspaceId, messageId: id, kind },
    ...{ name: one.name, address: one.address },
  });
  await tx.db.messageRecipient.createMany({ data: [...route.to.map(each('to')), ...route.cc.map(each('cc'))] });
  await keepCopies(tx, [{ threadId, messageId: id, mailboxId: sender.mailboxId, receivedAt: now }]);
  const sendAt = laterOnly(now, message.sendAt);
  const payload = {
    subject,
    to: route.to.map(({ address }) => address),
    cc: route.cc.map(({ address }) => address),
    attachments: files.map(({ name }) => name),
  };
  const about = { subjectId: id, creatorId };
  if (sendAt === null) await recordEvent(tx, messageQueued, { ...about, payload });
  else await recordEvent(tx, messageScheduled, { ...about, payload: { ...payload, sendAt: sendAt.toISOString() } });
}

function laterOnly(now: Date, sendAt: Date | undefined): Date | null {
  return sendAt && sendAt > now ? sendAt : null;
}

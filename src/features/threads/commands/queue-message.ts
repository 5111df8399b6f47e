import { addressMessage, frozenColumns, requireSendable } from '@/features/threads/commands/freeze-message';
import { attachFiles, claimDraft } from '@/features/threads/commands/insert-entry';
import { continueThread } from '@/features/threads/commands/continue-thread';
import { composeMessage } from '@/features/threads/queries/compose-message';
import { requireFiles } from '@/features/threads/queries/require-files';
import type { QueueMessageInput } from '@/features/threads/schemas/queue-message';
import type { Tx } from '@/platform/db/in-workspace';
import { newId } from '@/shared/ids';

export interface QueuedMessage {
  id: string;
  rfcMessageId: string;
}

/**
 * Addresses, fills and freezes a message to a creator; the worker sends it, at once or not before `sendAt`. With a
 * `draftId`, the same draft of the same person queued again answers the first message and sends nothing more.
 * @throws AppError invalid_state (do_not_contact, minor_without_guardian, archived, no_address, no_mailbox),
 *   invalid_input (empty or unknown fields, empty body), not_found (creator, mailbox, thread, file), limit_exceeded
 */
export async function queueMessage(tx: Tx, input: QueueMessageInput): Promise<QueuedMessage> {
  const id = input.draftId ? await claimDraft(tx, input.draftId) : newId();
  const earlier = await tx.db.message.findFirst({ where: { id }, select: { id: true, rfcMessageId: true } });
  if (earlier) return earlier;
  const composed = requireSendable(await composeMessage(tx, input));
  const files = await requireFiles(tx, input.fileIds ?? []);
  const threadId = await continueThread(tx, { ...composed, threadId: input.threadId });
  const { actor, now, workspaceId } = tx.ctx;
  const frozen = frozenColumns(tx.ctx, { id, composed, sendAt: input.sendAt });
  await tx.db.message.create({
    data: {
      ...{ id, workspaceId, threadId, direction: 'outgoing', createdAt: now },
      ...{ authorId: actor.type === 'user' ? actor.membershipId : null },
      ...frozen,
    },
  });
  await attachFiles(tx, id, files);
  await addressMessage(tx, { id, threadId, composed, sendAt: input.sendAt, files });
  return { id, rfcMessageId: frozen.rfcMessageId };
}

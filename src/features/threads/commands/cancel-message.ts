import { messageCancelled } from '@/features/threads/events';
import { lockMessage, notInState } from '@/features/threads/queries/lock-message';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Takes a message back that no worker has taken yet. Cancelling it again changes nothing.
 * @throws AppError not_found; invalid_state once it is being sent or was
 */
export async function cancelMessage(tx: Tx, input: { messageId: string }): Promise<void> {
  const message = await lockMessage(tx, input.messageId);
  const { id, creatorId, subject, state } = message;
  if (state === 'cancelled') return;
  if (state !== 'queued') throw notInState(message, 'It is too late to cancel this message.');
  await tx.db.message.updateMany({
    where: { id, state: 'queued' },
    data: { state: 'cancelled', version: { increment: 1 } },
  });
  await recordEvent(tx, messageCancelled, { subjectId: id, creatorId, payload: { subject, reason: null } });
}

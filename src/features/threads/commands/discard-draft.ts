import { messageDiscarded } from '@/features/threads/events';
import { lockMessage, notInState } from '@/features/threads/queries/lock-message';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Throws a draft away. Again changes nothing.
 * @throws AppError not_found, invalid_state once it was queued
 */
export async function discardDraft(tx: Tx, { id }: { id: string }): Promise<void> {
  const message = await lockMessage(tx, id);
  if (message.state === 'cancelled') return;
  if (message.state !== 'draft') throw notInState(message, 'This answer is no draft any more.');
  await tx.db.message.updateMany({
    where: { id, state: 'draft' },
    data: { state: 'cancelled', version: { increment: 1 } },
  });
  const { creatorId, subject } = message;
  await recordEvent(tx, messageDiscarded, { subjectId: id, creatorId, payload: { subject } });
}

import { messageRetried } from '@/features/threads/events';
import { lockMessage, notInState } from '@/features/threads/queries/lock-message';
import { requireSendEffect } from '@/features/threads/queries/require-send-effect';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { retryEffect } from '@/platform/events/retry-effect';

/**
 * Queues a failed message again, as it is, with all its attempts. One that is on its way already is left alone.
 * @throws AppError not_found; invalid_state when it did not fail
 */
export async function retryMessage(tx: Tx, input: { messageId: string }): Promise<void> {
  const message = await lockMessage(tx, input.messageId);
  if (message.state === 'queued' || message.state === 'sending') return;
  if (message.state !== 'failed') throw notInState(message, 'Only a message that failed can be tried again.');
  const effectId = await requireSendEffect(tx, input.messageId, sendMessage.name);
  await retryEffect(tx, effectId, [sendMessage]);
  const { id, creatorId, subject } = message;
  await recordEvent(tx, messageRetried, { subjectId: id, creatorId, payload: { subject } });
}

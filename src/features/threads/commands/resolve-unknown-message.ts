import { messageResolved } from '@/features/threads/events';
import type { MessageState } from '@/features/threads/model/message-transitions';
import { lockMessage, notInState } from '@/features/threads/queries/lock-message';
import { requireSendEffect } from '@/features/threads/queries/require-send-effect';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { resolveUnknownEffect } from '@/platform/events/resolve-unknown-effect';

export interface ResolveUnknownMessageInput {
  messageId: string;
  /** It arrived; it did not, so send it; it did not, and it does not matter any more. */
  decision: 'sent' | 'not_sent_retry' | 'not_sent_give_up';
}

const decisions = {
  sent: { effect: 'sent', reached: ['sent', 'bounced'] },
  not_sent_retry: { effect: 'not_sent', reached: ['queued', 'sending'] },
  not_sent_give_up: { effect: 'give_up', reached: ['failed'] },
} as const;

/**
 * A person decides what became of a message that may have left. The same decision again changes nothing.
 * @throws AppError not_found; invalid_state when it is not unknown
 */
export async function resolveUnknownMessage(
  tx: Tx,
  { messageId, decision }: ResolveUnknownMessageInput,
): Promise<void> {
  const message = await lockMessage(tx, messageId);
  const { effect, reached } = decisions[decision];
  if ((reached as readonly MessageState[]).includes(message.state)) return;
  if (message.state !== 'unknown') throw notInState(message, 'What became of this message is known by now.');
  const effectId = await requireSendEffect(tx, messageId, sendMessage.name);
  await resolveUnknownEffect(tx, { effectId, decision: effect }, [sendMessage]);
  const { id, creatorId, subject } = message;
  await recordEvent(tx, messageResolved, { subjectId: id, creatorId, payload: { subject, decision } });
}

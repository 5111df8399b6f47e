import { messageTakenBack } from '@/features/threads/events';
import { lockMessage, notInState } from '@/features/threads/queries/lock-message';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Makes a draft again of a message whose time to leave has not come. Taking it back again changes nothing.
 * @throws AppError not_found, invalid_state once it may be leaving or left, conflict `other_draft` when the conversation
 *   has another draft by now
 */
export async function takeBackMessage(tx: Tx, input: { messageId: string }): Promise<void> {
  const message = await lockMessage(tx, input.messageId);
  const { id, creatorId, subject, state } = message;
  if (state === 'draft') return;
  if (state !== 'queued') throw notInState(message, 'It is too late to take this message back.');
  const [other] = await tx.rows<object>(sql`
    select 1 from message d where d.state = 'draft'
      and d.thread_id = (select thread_id from message where id = ${id}::uuid)`);
  if (other) {
    const text =
      'Another answer is being written in this conversation. Finish or discard it first; this one still waits.';
    throw new AppError('conflict', { reason: 'other_draft', message: text });
  }
  const moved = await tx.execute(sql`
    update message set state = 'draft', send_at = null, queued_at = null, version = version + 1
    where id = ${id}::uuid and state = 'queued' and send_at is not null`);
  if (moved === 0) throw notInState(message, 'It is too late to take this message back: it is leaving.');
  await recordEvent(tx, messageTakenBack, { subjectId: id, creatorId, payload: { subject } });
}

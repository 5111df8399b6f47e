import { getWritingFacts } from '@/features/creators/queries/get-writing-facts';
import { messageCancelled } from '@/features/threads/events';
import { describeProblem } from '@/features/threads/model/message-problems';
import { planMessage, type MessagePlan } from '@/features/threads/subscribers/plan-message';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { skip } from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';

interface QueuedRow {
  id: string;
  creatorId: string;
  subject: string;
}

/**
 * Takes a queued message for sending. One that was cancelled meanwhile is left alone; one to a creator who may not be
 * written to any more is cancelled.
 */
export async function prepareMessage(tx: Tx, messageId: string): Promise<MessagePlan | typeof skip> {
  const [message] = await tx.rows<QueuedRow>(sql`
    select id, creator_id as "creatorId", subject from message
    where id = ${messageId}::uuid and state = 'queued' for update`);
  if (!message) return skip;
  const { obstacles, displayName } = await getWritingFacts(tx, message.creatorId);
  const [obstacle] = obstacles.filter((one) => one !== 'no_address');
  if (obstacle) {
    await cancel(tx, { ...message, reason: describeProblem(obstacle, displayName).message });
    return skip;
  }
  await tx.execute(sql`
    update message set state = 'sending', version = version + 1 where id = ${messageId}::uuid and state = 'queued'`);
  return planMessage(tx, messageId);
}

async function cancel(
  tx: Tx,
  { id, creatorId, subject, reason }: { id: string; creatorId: string; subject: string; reason: string },
): Promise<void> {
  await tx.execute(sql`
    update message set state = 'cancelled', failure = ${reason}, version = version + 1
    where id = ${id}::uuid and state = 'queued'`);
  await recordEvent(tx, messageCancelled, { subjectId: id, creatorId, payload: { subject, reason } });
}

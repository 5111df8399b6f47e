import { noteExchange } from '@/features/creators/commands/note-exchange';
import { refreshThreads } from '@/features/threads/commands/refresh-threads';
import { messageFailed, messageSent, messageUnknown } from '@/features/threads/events';
import { readRefusal, type Refused } from '@/features/threads/model/refusal-note';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import type { Settlement } from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';

/** What the mail server said when it took a message. */
export interface SentReceipt {
  response: string;
  refused: Refused[];
}

/** Keeps a message in step with its effect, whoever settled it: worker, reconciler or a person. Repeating changes nothing. */
export async function settleMessage(tx: Tx, messageId: string, settlement: Settlement<SentReceipt>): Promise<void> {
  switch (settlement.state) {
    case 'done':
      return settleSent(tx, messageId, settlement.receipt);
    case 'pending':
      return settleWaiting(tx, messageId, settlement.reason);
    case 'dead':
      return settleFailed(tx, messageId, settlement.reason);
    case 'unknown':
      return settleUnknown(tx, messageId, settlement.reason);
  }
}

interface MovedRow {
  creatorId: string;
  threadId: string;
  subject: string;
  sentAt: Date;
}

/** The guarded move; null when the message is not in one of these states (any more). */
async function move(tx: Tx, messageId: string, { from, set }: { from: string[]; set: Sql }): Promise<MovedRow | null> {
  const [row] = await tx.rows<MovedRow>(sql`
    update message set ${set}, version = version + 1 where id = ${messageId}::uuid and state = any (${from}::text[])
    returning creator_id as "creatorId", thread_id as "threadId", subject, sent_at as "sentAt"`);
  return row ?? null;
}

/** Without a receipt a person found out that it was sent: then it was when it was handed over. */
async function settleSent(tx: Tx, messageId: string, receipt: SentReceipt | null): Promise<void> {
  const sentAt = receipt ? sql`${tx.ctx.now}` : sql`coalesce(handed_over_at, ${tx.ctx.now})`;
  const set = sql`state = 'sent', sent_at = ${sentAt}, failure = null, server_response = ${receipt?.response ?? null}`;
  const message = await move(tx, messageId, { from: ['sending', 'unknown'], set });
  if (!message) return;
  const rejected = receipt?.refused ?? [];
  await tx.execute(sql`
    update message_recipient r set state = case when refused.address is null then 'accepted' else 'rejected' end,
      response = coalesce(refused.response, ${receipt?.response ?? null})
    from message_recipient m left join unnest(
      ${rejected.map(({ address }) => address)}::text[], ${rejected.map(({ response }) => response)}::text[]
    ) as refused(address, response) on refused.address = m.address
    where m.message_id = ${messageId}::uuid and r.workspace_id = m.workspace_id and r.id = m.id`);
  const { creatorId, subject } = message;
  const payload = { subject, rejected: rejected.map(({ address }) => address) };
  await recordEvent(tx, messageSent, { subjectId: messageId, creatorId, payload });
  await refreshThreads(tx, [message.threadId]);
  await noteExchange(tx, { creatorId, at: message.sentAt, direction: 'sent' });
}

async function settleWaiting(tx: Tx, messageId: string, reason: string): Promise<void> {
  const set = sql`state = 'queued', failure = ${reason}`;
  const message = await move(tx, messageId, { from: ['sending', 'unknown', 'failed'], set });
  if (!message) return;
  await tx.execute(sql`
    update message_recipient set state = 'pending', response = null where message_id = ${messageId}::uuid`);
}

async function settleFailed(tx: Tx, messageId: string, reason: string): Promise<void> {
  // A claim that was rolled back left it queued.
  await move(tx, messageId, { from: ['queued'], set: sql`state = 'sending'` });
  const set = sql`state = 'failed', failure = ${reason}`;
  const message = await move(tx, messageId, { from: ['sending', 'unknown'], set });
  if (!message) return;
  const recipients = await tx.db.messageRecipient.findMany({ where: { messageId } });
  for (const { id, address } of recipients) {
    const response = readRefusal(reason, address);
    if (response === null) continue;
    await tx.db.messageRecipient.updateMany({ where: { id }, data: { state: 'rejected', response } });
  }
  const { creatorId, subject } = message;
  await recordEvent(tx, messageFailed, { subjectId: messageId, creatorId, payload: { subject, reason } });
}

async function settleUnknown(tx: Tx, messageId: string, reason: string): Promise<void> {
  const set = sql`state = 'unknown', failure = ${reason}`;
  const message = await move(tx, messageId, { from: ['sending'], set });
  if (!message) return;
  const { creatorId, subject } = message;
  await recordEvent(tx, messageUnknown, { subjectId: messageId, creatorId, payload: { subject, reason } });
}

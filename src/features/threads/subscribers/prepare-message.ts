import { getWritingFacts } from '@/features/creators/queries/get-writing-facts';
import { messageCancelled } from '@/features/threads/events';
import { describeProblem } from '@/features/threads/model/message-problems';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { skip } from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';
import type { OutgoingMail } from '@/platform/mail/build-mime';
import { encodeId } from '@/shared/ids';

/** What `load` and `act` need to know of a message. */
export interface MessagePlan {
  ctx: Context;
  messageId: string;
  envelope: { from: string; to: string[] };
  mail: Omit<OutgoingMail, 'attachments'>;
  files: { name: string; contentType: string; hash: string }[];
  /** The finished message; empty until it was loaded. */
  raw: Buffer;
}

interface QueuedRow {
  id: string;
  creatorId: string;
  threadId: string;
  subject: string;
  html: string;
  text: string;
  rfcMessageId: string;
  fromName: string;
  fromAddress: string;
  createdAt: Date;
  handedOverAt: Date | null;
}

/**
 * Takes a queued message for sending. One that was cancelled meanwhile is left alone; one to a creator who may not be
 * written to any more is cancelled.
 */
export async function prepareMessage(tx: Tx, messageId: string): Promise<MessagePlan | typeof skip> {
  const [message] = await tx.rows<QueuedRow>(sql`
    select id, creator_id as "creatorId", thread_id as "threadId", subject, html, text, rfc_message_id as "rfcMessageId",
      from_name as "fromName", from_address as "fromAddress", created_at as "createdAt", handed_over_at as "handedOverAt"
    from message where id = ${messageId}::uuid and state = 'queued' for update`);
  if (!message) return skip;
  const { obstacles, displayName } = await getWritingFacts(tx, message.creatorId);
  const [obstacle] = obstacles.filter((one) => one !== 'no_address');
  if (obstacle) {
    await cancel(tx, { ...message, reason: describeProblem(obstacle, displayName).message });
    return skip;
  }
  await tx.execute(sql`
    update message set state = 'sending', version = version + 1 where id = ${messageId}::uuid and state = 'queued'`);
  return planMessage(tx, message);
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

async function planMessage(tx: Tx, message: QueuedRow): Promise<MessagePlan> {
  const messageId = message.id;
  const recipients = await tx.db.messageRecipient.findMany({ where: { messageId }, orderBy: { id: 'asc' } });
  const files = await tx.rows<MessagePlan['files'][number]>(sql`
    select a.name, f.content_type as "contentType", f.hash
    from attachment a join stored_file f on f.workspace_id = a.workspace_id and f.id = a.file_id
    where a.message_id = ${messageId}::uuid order by a.position`);
  const { subject, html, text, rfcMessageId, fromName, fromAddress } = message;
  return {
    ctx: tx.ctx,
    messageId,
    envelope: { from: fromAddress, to: recipients.map(({ address }) => address) },
    mail: {
      ...{ subject, html, text },
      messageId: rfcMessageId,
      date: message.handedOverAt ?? tx.ctx.now,
      from: { name: fromName, address: fromAddress },
      to: recipients.filter(({ kind }) => kind === 'to'),
      cc: recipients.filter(({ kind }) => kind === 'cc'),
      references: await findReferences(tx, message),
      headers: { 'X-Rapport-Message': encodeId('message', messageId) },
    },
    files,
    raw: Buffer.alloc(0),
  };
}

/** The last messages of the conversation that the other side can have seen, oldest first. */
async function findReferences(tx: Tx, { id, threadId, createdAt }: QueuedRow): Promise<string[]> {
  const earlier = await tx.rows<{ rfcMessageId: string }>(sql`
    select rfc_message_id as "rfcMessageId" from message
    where thread_id = ${threadId}::uuid and id <> ${id}::uuid and created_at <= ${createdAt}
      and state in ('sent', 'bounced', 'received')
    order by created_at desc, id desc limit 20`);
  return earlier.map(({ rfcMessageId }) => rfcMessageId).reverse();
}

import { findMailboxConnection, type MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { OutgoingMail } from '@/platform/mail/build-mime';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/** What it takes to build a message and to send it. */
export interface MessagePlan {
  ctx: Context;
  messageId: string;
  envelope: { from: string; to: string[] };
  mail: Omit<OutgoingMail, 'attachments'>;
  files: { name: string; contentType: string; hash: string }[];
  /** The mailbox's own servers; null: it writes through the server of the installation. */
  connection: MailboxConnection | null;
}

interface PlannedRow {
  id: string;
  mailboxId: string | null;
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

/** An outgoing message as it goes over the wire, or went: the same each time. @throws AppError not_found */
export async function planMessage(tx: Tx, messageId: string): Promise<MessagePlan> {
  const [message] = await tx.rows<PlannedRow>(sql`
    select id, mailbox_id as "mailboxId", thread_id as "threadId", subject, html, text, rfc_message_id as "rfcMessageId",
      from_name as "fromName", from_address as "fromAddress", created_at as "createdAt", handed_over_at as "handedOverAt"
    from message where id = ${messageId}::uuid and direction = 'outgoing'`);
  if (!message) throw new AppError('not_found');
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
    connection: message.mailboxId ? await findMailboxConnection(tx, message.mailboxId) : null,
  };
}

/** The last messages of the conversation that the other side can have seen, oldest first. */
async function findReferences(tx: Tx, { id, threadId, createdAt }: PlannedRow): Promise<string[]> {
  const earlier = await tx.rows<{ rfcMessageId: string }>(sql`
    select rfc_message_id as "rfcMessageId" from message
    where thread_id = ${threadId}::uuid and id <> ${id}::uuid and created_at <= ${createdAt}
      and state in ('sent', 'bounced', 'received')
    order by created_at desc, id desc limit 20`);
  return earlier.map(({ rfcMessageId }) => rfcMessageId).reverse();
}

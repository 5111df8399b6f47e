import type { AttributedMail } from '@/features/threads/commands/attribute-mails';
import { recognizeAttachment } from '@/features/threads/model/recognize-attachment';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

/** Writes mails with their addresses, files, the ids they refer to and what they are found by, a statement for each. */
export async function insertMails(tx: Tx, mails: readonly AttributedMail[], mailboxId: string): Promise<void> {
  if (mails.length === 0) return;
  // The triggers would do it mail by mail.
  await tx.execute(sql`set local app.search_deferred = '1'`);
  const rawFileIds = await insertFiles(
    tx,
    mails.map(({ raw }) => ({ ...raw, name: 'message.eml', contentType: 'message/rfc822' })),
  );
  await insertMessages(tx, mails, { mailboxId, rawFileIds });
  await insertRecipients(tx, mails);
  await insertAttachments(tx, mails);
  await insertReferences(tx, mails);
  await tx.execute(sql`select refresh_message_search(${mails.map(({ id }) => id)}::uuid[])`);
}

interface NewFile {
  hash: string;
  size: number;
  name: string;
  contentType: string;
}

async function insertFiles(tx: Tx, files: readonly NewFile[]): Promise<string[]> {
  const ids = files.map(() => newId());
  await tx.execute(sql`
    insert into stored_file (id, workspace_id, hash, size, name, content_type, created_at)
    select t.id, ${tx.ctx.workspaceId}::uuid, t.hash, t.size, t.name, t.content_type, ${tx.ctx.now}
    from unnest(${ids}::uuid[], ${files.map(({ hash }) => hash)}::text[], ${files.map(({ size }) => size)}::bigint[],
      ${files.map(({ name }) => name)}::text[], ${files.map(({ contentType }) => contentType)}::text[]
    ) as t(id, hash, size, name, content_type)`);
  return ids;
}

interface Kept {
  mailboxId: string;
  rawFileIds: readonly string[];
}

async function insertMessages(
  tx: Tx,
  mails: readonly AttributedMail[],
  { mailboxId, rawFileIds }: Kept,
): Promise<void> {
  const column = <Value>(read: (mail: AttributedMail) => Value) => mails.map(read);
  const spaced = (read: (mail: AttributedMail) => readonly string[]) => column((mail) => read(mail).join(' '));
  await tx.execute(sql`
    insert into message (id, workspace_id, thread_id, creator_id, mailbox_id, direction, kind, state, subject, html, text,
      visible_text, rfc_message_id, body_hash, "references", reply_to, from_name, from_address, created_at, sent_at, facts,
      about_id, raw_file_id)
    select t.id, ${tx.ctx.workspaceId}::uuid, t.thread_id, t.creator_id, ${mailboxId}::uuid, t.direction, t.kind,
      case t.direction when 'outgoing' then 'sent' else 'received' end, t.subject, t.html, t.text, t.visible_text,
      t.rfc_message_id, t.body_hash, string_to_array(t.named, ' '), string_to_array(t.reply_to, ' '), t.from_name,
      t.from_address, t.at, case t.direction when 'outgoing' then t.at end, t.facts, t.about_id, t.raw_file_id
    from unnest(${column(({ id }) => id)}::uuid[], ${column((mail) => mail.threadId)}::uuid[],
      ${column((mail) => mail.creatorId)}::uuid[], ${column((mail) => mail.direction)}::text[],
      ${column((mail) => mail.kind)}::text[], ${column((mail) => mail.subject)}::text[], ${column((mail) => mail.html)}::text[],
      ${column((mail) => mail.text)}::text[], ${column((mail) => mail.visibleText)}::text[],
      ${column((mail) => mail.rfcMessageId)}::text[], ${column((mail) => mail.bodyHash)}::text[],
      ${spaced((mail) => mail.references)}::text[], ${spaced((mail) => mail.replyTo)}::text[],
      ${column((mail) => mail.from.name)}::text[], ${column((mail) => mail.from.address)}::text[],
      ${column((mail) => mail.receivedAt)}::timestamptz[],
      ${column((mail) => (mail.facts === null ? null : JSON.stringify(mail.facts)))}::jsonb[],
      ${column((mail) => mail.aboutId)}::uuid[], ${[...rawFileIds]}::uuid[]
    ) as t(id, thread_id, creator_id, direction, kind, subject, html, text, visible_text, rfc_message_id, body_hash, named,
      reply_to, from_name, from_address, at, facts, about_id, raw_file_id)`);
}

async function insertRecipients(tx: Tx, mails: readonly AttributedMail[]): Promise<void> {
  const recipients = mails.flatMap(({ id, to, cc }) => [
    ...to.map((one) => ({ ...one, messageId: id, kind: 'to' })),
    ...cc.map((one) => ({ ...one, messageId: id, kind: 'cc' })),
  ]);
  if (recipients.length === 0) return;
  await tx.execute(sql`
    insert into message_recipient (id, workspace_id, message_id, kind, name, address, state)
    select t.id, ${tx.ctx.workspaceId}::uuid, t.message_id, t.kind, nullif(t.name, ''), t.address, 'accepted'
    from unnest(${recipients.map(() => newId())}::uuid[], ${recipients.map((one) => one.messageId)}::uuid[],
      ${recipients.map((one) => one.kind)}::text[], ${recipients.map((one) => one.name)}::text[],
      ${recipients.map((one) => one.address)}::text[]) as t(id, message_id, kind, name, address)
    on conflict do nothing`);
}

async function insertAttachments(tx: Tx, mails: readonly AttributedMail[]): Promise<void> {
  const files = mails.flatMap((mail) =>
    mail.files.map((file, position) => ({ ...file, position, messageId: mail.id })),
  );
  if (files.length === 0) return;
  const fileIds = await insertFiles(tx, files);
  await tx.execute(sql`
    insert into attachment (id, workspace_id, message_id, file_id, name, position, kind, content_id)
    select t.id, ${tx.ctx.workspaceId}::uuid, t.message_id, t.file_id, t.name, t.position, t.kind, t.content_id
    from unnest(${files.map(() => newId())}::uuid[], ${files.map((one) => one.messageId)}::uuid[], ${fileIds}::uuid[],
      ${files.map((one) => one.name)}::text[], ${files.map((one) => one.position)}::int[],
      ${files.map(recognizeAttachment)}::text[], ${files.map((one) => (one.inline ? one.contentId : null))}::text[]
    ) as t(id, message_id, file_id, name, position, kind, content_id)`);
}

/** Ids that no message here has yet: one that comes later with such an id belongs to this conversation. */
async function insertReferences(tx: Tx, mails: readonly AttributedMail[]): Promise<void> {
  const named = mails.flatMap(({ threadId, references }) => references.map((id) => ({ threadId, id })));
  if (named.length === 0) return;
  await tx.execute(sql`
    insert into thread_reference (workspace_id, rfc_message_id, thread_id)
    select distinct on (t.id) ${tx.ctx.workspaceId}::uuid, t.id, t.thread_id
    from unnest(${named.map(({ id }) => id)}::text[], ${named.map(({ threadId }) => threadId)}::uuid[]) as t(id, thread_id)
    where not exists (select from message m where m.rfc_message_id = t.id)
    on conflict do nothing`);
}

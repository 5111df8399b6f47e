import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

/** A message as it lies in a mailbox: in a folder under its UID, or in none that we know of. */
export interface NewCopy {
  threadId: string;
  messageId: string;
  mailboxId: string;
  folder?: { folderId: string; uidValidity: number; uid: number } | undefined;
  receivedAt: Date;
}

/**
 * Enters where messages lie, so that whoever sees the mailbox sees them and their conversation. A copy that is known
 * changes nothing.
 */
export async function keepCopies(tx: Tx, copies: readonly NewCopy[]): Promise<void> {
  const { workspaceId } = tx.ctx;
  const column = <Value>(read: (copy: NewCopy) => Value) => copies.map(read);
  await tx.execute(sql`
    insert into message_copy (id, workspace_id, message_id, mailbox_id, folder_id, uid_validity, uid, received_at)
    select t.id, ${workspaceId}::uuid, t.message_id, t.mailbox_id, t.folder_id, t.uid_validity, t.uid, t.received_at
    from unnest(${column(() => newId())}::uuid[], ${column((one) => one.messageId)}::uuid[],
      ${column((one) => one.mailboxId)}::uuid[], ${column((one) => one.folder?.folderId ?? null)}::uuid[],
      ${column((one) => one.folder?.uidValidity ?? null)}::bigint[], ${column((one) => one.folder?.uid ?? null)}::bigint[],
      ${column((one) => one.receivedAt)}::timestamptz[]
    ) as t(id, message_id, mailbox_id, folder_id, uid_validity, uid, received_at)
    on conflict do nothing`);
  await tx.execute(sql`
    insert into thread_mailbox (workspace_id, thread_id, mailbox_id)
    select distinct ${workspaceId}::uuid, t.thread_id, t.mailbox_id
    from unnest(${column((one) => one.threadId)}::uuid[], ${column((one) => one.mailboxId)}::uuid[]) as t(thread_id, mailbox_id)
    on conflict do nothing`);
}

import { renewMailboxLease, type MailboxLease } from '@/features/threads/commands/claim-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

export interface FolderBeginning {
  folderId: string;
  uidValidity: number;
  /** Everything up to here is left where it lies: older than what is read. */
  lastUid: number;
  /** The last one that was there already. */
  historyUid: number;
  /** How many of those are to be read. */
  messages: number;
}

/**
 * Begins to read a folder, for the first time or after the server numbered it anew: then what we knew by the old numbers
 * is gone from it, and lies there again when it is read. @throws AppError conflict lease_lost
 */
export async function beginFolder(tx: Tx, lease: MailboxLease, beginning: FolderBeginning): Promise<void> {
  const { folderId, uidValidity, lastUid, historyUid, messages } = beginning;
  await renewMailboxLease(tx, lease);
  await tx.execute(sql`
    update message_copy set gone_at = ${tx.ctx.now}
    where folder_id = ${folderId}::uuid and uid_validity <> ${uidValidity} and gone_at is null`);
  await tx.execute(sql`
    update mailbox_folder set uid_validity = ${uidValidity}, last_uid = ${lastUid}, history_uid = ${historyUid}
    where id = ${folderId}::uuid`);
  await tx.execute(sql`
    update mailbox_connection set
      history_total = case when synced_at is not null and history_done = history_total then 0 else history_total end + ${messages},
      history_done = case when synced_at is not null and history_done = history_total then 0 else history_done end
    where mailbox_id = ${lease.mailboxId}::uuid`);
}

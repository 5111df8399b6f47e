import { renewMailboxLease, type MailboxLease } from '@/features/threads/commands/claim-mailbox';
import { mailboxMailSkipped } from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

export interface FolderProgress {
  folderId: string;
  uidValidity: number;
  /** Everything up to here is in, or was left. */
  readTo: number;
  /** How many of these were there when the folder was first read. */
  history: number;
  skipped: { uid: number; size: number; reason: 'too_large' | 'unreadable' }[];
}

/** Enters how far a folder was read, after its messages were taken in. @throws AppError conflict lease_lost */
export async function advanceFolder(tx: Tx, lease: MailboxLease, progress: FolderProgress): Promise<void> {
  const { folderId, uidValidity, readTo, history, skipped } = progress;
  await renewMailboxLease(tx, lease);
  const [folder] = await tx.rows<{ path: string; address: string }>(sql`
    update mailbox_folder f set last_uid = ${readTo} from mailbox b
    where f.id = ${folderId}::uuid and f.uid_validity = ${uidValidity} and f.last_uid < ${readTo}
      and b.workspace_id = f.workspace_id and b.id = f.mailbox_id
    returning f.path, b.address`);
  if (!folder) return;
  await tx.execute(sql`
    update mailbox_connection set history_done = least(history_total, history_done + ${history}), skipped = skipped + ${skipped.length}
    where mailbox_id = ${lease.mailboxId}::uuid`);
  const { path, address } = folder;
  const events = skipped.map((one) => ({ subjectId: lease.mailboxId, payload: { address, folder: path, ...one } }));
  await recordEvents(tx, mailboxMailSkipped, events);
}

import { renewMailboxLease, type MailboxLease } from '@/features/threads/commands/claim-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

export interface ReadFolder {
  id: string;
  path: string;
  role: string;
  /** 0 before it was read for the first time. */
  uidValidity: number;
  lastUid: number;
  /** Up to here it is history. */
  historyUid: number;
}

/**
 * Enters which folders of a mailbox are read and answers how far each was. What lay in one that is not there any more is
 * gone from it. @throws AppError conflict lease_lost
 */
export async function saveFolders(
  tx: Tx,
  lease: MailboxLease,
  folders: readonly { path: string; role: string }[],
): Promise<ReadFolder[]> {
  await renewMailboxLease(tx, lease);
  const { mailboxId } = lease;
  const paths = folders.map(({ path }) => path);
  await tx.execute(sql`
    insert into mailbox_folder (id, workspace_id, mailbox_id, path, role, uid_validity)
    select t.id, ${tx.ctx.workspaceId}::uuid, ${mailboxId}::uuid, t.path, t.role, 0
    from unnest(${folders.map(() => newId())}::uuid[], ${paths}::text[], ${folders.map(({ role }) => role)}::text[]) as t(id, path, role)
    on conflict (workspace_id, mailbox_id, path) do update set role = excluded.role`);
  await tx.execute(sql`
    update message_copy k set gone_at = ${tx.ctx.now} from mailbox_folder f
    where f.workspace_id = k.workspace_id and f.id = k.folder_id and f.mailbox_id = ${mailboxId}::uuid
      and f.path <> all (${paths}::text[]) and k.gone_at is null`);
  return tx.rows<ReadFolder>(sql`
    select id, path, role, uid_validity::float8 as "uidValidity", last_uid::float8 as "lastUid", history_uid::float8 as "historyUid"
    from mailbox_folder where mailbox_id = ${mailboxId}::uuid and path = any (${paths}::text[])`);
}

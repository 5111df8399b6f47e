import { renewMailboxLease, type MailboxLease } from '@/features/threads/commands/claim-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Enters what is not in a folder any more, deleted or moved, and what came back under the number it had. The messages
 * stay. @throws AppError conflict lease_lost
 */
export async function markGone(
  tx: Tx,
  lease: MailboxLease,
  { folderId, uidValidity, here }: { folderId: string; uidValidity: number; here: readonly number[] },
): Promise<void> {
  await renewMailboxLease(tx, lease);
  await tx.execute(sql`
    update message_copy k set gone_at = case when here.uid is null then ${tx.ctx.now}::timestamptz end
    from message_copy c left join unnest(${[...here]}::bigint[]) as here(uid) on here.uid = c.uid
    where c.folder_id = ${folderId}::uuid and c.uid_validity = ${uidValidity}
      and (here.uid is null) = (c.gone_at is null) and k.workspace_id = c.workspace_id and k.id = c.id`);
}

import { requireSelf } from '@/features/threads/queries/require-self';
import { seesThread } from '@/features/threads/queries/mailbox-scope';
import type { ReadThreadInput } from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Marks conversations as read up to now, or as unread, for whoever asks; nobody else sees a difference, so no event is
 * recorded. Those one does not see are left out.
 * @throws AppError invalid_state (a key reads for nobody)
 */
export async function markThreadsRead(tx: Tx, { ids, read }: ReadThreadInput): Promise<void> {
  const membershipId = requireSelf(tx.ctx);
  const readAt = read ? tx.ctx.now : null;
  await tx.execute(sql`
    insert into thread_reader (workspace_id, thread_id, membership_id, read_at)
    select t.workspace_id, t.id, ${membershipId}::uuid, ${readAt}::timestamptz
    from thread t where t.id = any (${ids}::uuid[]) ${seesThread(tx.ctx)} order by t.id
    on conflict (workspace_id, thread_id, membership_id) do update set read_at = excluded.read_at`);
}

import type { InboxViewDto } from '@/features/threads/schemas/find-threads';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** The team's saved views and one's own, by their names. */
export async function findInboxViews(tx: Tx): Promise<InboxViewDto[]> {
  const { actor } = tx.ctx;
  const own = actor.type === 'user' ? actor.membershipId : null;
  const rows = await tx.rows<InboxViewDto>(sql`
    select id, name, shared, owner_id is not distinct from ${own}::uuid as mine, filter from inbox_view
    where archived_at is null and (shared or owner_id = ${own}::uuid) order by shared, lower(name), id limit 100`);
  return rows.map((row) => ({ ...row, id: encodeId('inboxView', row.id) }));
}

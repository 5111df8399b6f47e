import type { SearchSource } from '@/features/search/schemas/search';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** Segments by name: the shared ones and one's own. */
export const segmentSearch: SearchSource = {
  kind: 'segment',
  permission: 'segment.read',
  async find(tx, { q, limit }) {
    const me = tx.ctx.actor.type === 'user' ? tx.ctx.actor.membershipId : null;
    const rows = await tx.rows<{ id: string; name: string; shared: boolean }>(sql`
      select id, name, owner_id is null as shared from segment
      where archived_at is null and (owner_id is null or owner_id = ${me}::uuid)
        and fold_text(name) like search_pattern(${q})
      order by name, id limit ${limit}::int`);
    return rows.map(({ id, name, shared }) => ({
      id: encodeId('segment', id),
      title: name,
      detail: shared ? 'Shared' : 'Your own',
      creator: null,
    }));
  },
};

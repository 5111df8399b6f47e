import type { SearchSource } from '@/features/search/schemas/search';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** Creators by name, handle, mail, contact or note; archived ones are left out. */
export const creatorSearch: SearchSource = {
  kind: 'creator',
  permission: 'creator.read',
  async find(tx, { q, limit }) {
    const rows = await tx.rows<{ id: string; name: string; handle: string | null }>(sql`
      select c.id, c.display_name as name, c.primary_handle as handle
      from search_creators(${q}, ${limit}::int) s join creator c on c.id = s.creator_id
      order by s.score desc, c.id desc`);
    return rows.map(({ id, name, handle }) => ({
      id: encodeId('creator', id),
      title: name,
      detail: handle && `@${handle}`,
      creator: null,
    }));
  },
};

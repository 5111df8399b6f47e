import type { SearchSource } from '@/features/search/schemas/search';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** Notes in which all the words stand, the newest first. */
export const noteSearch: SearchSource = {
  kind: 'note',
  permission: 'note.read',
  async find(tx, { q, limit }) {
    const rows = await tx.rows<{ id: string; text: string; rootId: string; name: string }>(sql`
      select n.id, left(n.text, 20000) as text, r.id as "rootId", r.display_name as name
      from search_notes(${q}, ${limit}::int) s join note n on n.id = s.note_id
      join creator c on c.id = n.creator_id join creator r on r.id = c.root_id order by n.id desc`);
    return rows.map(({ id, text, rootId, name }) => ({
      id: encodeId('note', id),
      title: text,
      detail: null,
      creator: { id: encodeId('creator', rootId), displayName: name },
    }));
  },
};

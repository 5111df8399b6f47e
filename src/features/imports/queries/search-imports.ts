import type { SearchSource } from '@/features/search/schemas/search';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** Imports by the name of their file, the newest first. */
export const importSearch: SearchSource = {
  kind: 'import',
  permission: 'import.read',
  async find(tx, { q, limit }) {
    const rows = await tx.rows<{ id: string; name: string; state: string }>(sql`
      select id, file_name as name, state from import where fold_text(file_name) like search_pattern(${q})
      order by id desc limit ${limit}::int`);
    return rows.map(({ id, name, state }) => ({
      id: encodeId('import', id),
      title: name,
      detail: state,
      creator: null,
    }));
  },
};

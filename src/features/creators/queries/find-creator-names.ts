import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** What these creators (UUIDs) are called, by the creator they are part of by now. An id that is not there is left out. */
export async function findCreatorNames(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { rootId: string; displayName: string }>> {
  const rows = await tx.rows<{ id: string; rootId: string; displayName: string }>(sql`
    select c.id, r.id as "rootId", r.display_name as "displayName"
    from creator c join creator r on r.id = c.root_id where c.id = any (${[...ids]}::uuid[])`);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * The import that read the same file (same content) in the same way before, unless it was taken back: of several the
 * one that got furthest, and of those the newest.
 */
export async function findEarlierImport(tx: Tx, importId: string): Promise<string | undefined> {
  const [earlier] = await tx.rows<{ id: string }>(sql`
    select e.id from import i join stored_file f on f.id = i.file_id
    join stored_file same on same.hash = f.hash join import e on e.file_id = same.id
    where i.id = ${importId}::uuid and e.id <> i.id and e.rows_done > 0 and e.undo is null
      and e.settings -> 'plan' = i.settings -> 'plan' and e.analysis -> 'format' = i.analysis -> 'format'
    order by e.rows_done desc, e.id desc limit 1`);
  return earlier?.id;
}

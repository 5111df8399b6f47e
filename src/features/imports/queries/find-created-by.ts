import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** The creators an import made, those that are gone again too. */
export async function findCreatedBy(tx: Tx, importId: string): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    select creator_id as id from import_row where import_id = ${importId}::uuid and outcome = 'created'`);
  return new Set(rows.map((row) => row.id));
}

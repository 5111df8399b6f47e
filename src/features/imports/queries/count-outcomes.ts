import { noCounts, type Outcome } from '@/features/imports/model/batch-draft';
import type { ImportCounts } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** How many rows of each import came to what; an import without rows is not in it. */
export async function countOutcomes(tx: Tx, importIds: readonly string[]): Promise<Map<string, ImportCounts>> {
  const found = await tx.rows<{ importId: string; outcome: Outcome; count: number }>(sql`
    select import_id as "importId", outcome, count(*) from import_row
    where import_id = any (${importIds}::uuid[]) group by 1, 2`);
  const counts = new Map<string, ImportCounts>();
  for (const { importId, outcome, count } of found) {
    const of = counts.get(importId) ?? { rows: 0, ...noCounts() };
    of[outcome] += count;
    of.rows += count;
    counts.set(importId, of);
  }
  return counts;
}

import { compileSelection, type CreatorSelection } from '@/features/creators/queries/compile-selection';
import { type CreatorCount } from '@/features/creators/schemas/creator-list';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** A count that is exact up to here; beyond, it says so and stops counting. */
export const countLimit = 10_000;

/** How many creators a selection has: exact up to 10,000, then `{value: 10000, more: true}`. */
export async function countCreators(tx: Tx, selection: CreatorSelection): Promise<CreatorCount> {
  const { where } = await compileSelection(tx, selection);
  const [row] = await tx.rows<{ found: number }>(
    sql`select count(*)::int as found from (select from creator c where ${where} limit ${countLimit + 1}) found`,
  );
  const found = row?.found ?? 0;
  return { value: Math.min(found, countLimit), more: found > countLimit };
}

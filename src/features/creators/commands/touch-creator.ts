import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Something happened with this creator now. */
export async function touchCreator(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`
    update creator set last_activity_at = greatest(last_activity_at, ${tx.ctx.now}) where id = ${id}::uuid`);
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Lets one transaction at a time of this workspace decide who is who, until it ends. Take it before looking for
 * duplicates: two that look at once would both find none and both create.
 */
export async function lockCreatorIdentity(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('creator-identity:' || ${tx.ctx.workspaceId}::text, 0))`,
  );
}

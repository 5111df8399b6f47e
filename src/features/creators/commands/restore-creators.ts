import { creatorRestored } from '@/features/creators/events';
import { lockChosen, type Chosen } from '@/features/creators/commands/lock-chosen';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/**
 * Brings archived creators back. One `creator.restored` for each that
 * was not so already. Answers how many. @throws AppError not_found, conflict `stale_version`
 */
export async function restoreCreators(tx: Tx, chosen: Chosen): Promise<number> {
  const moved = await lockChosen(tx, chosen, (row) => row.archivedAt !== null);
  await tx.execute(sql`
    update creator set archived_at = null, version = version + 1, updated_at = ${tx.ctx.now}
    where id = any (${moved.map((row) => row.id)}::uuid[])`);
  await recordEvents(
    tx,
    creatorRestored,
    moved.map((row) => ({ subjectId: row.id, creatorId: row.id, payload: { displayName: row.displayName } })),
  );
  return moved.length;
}

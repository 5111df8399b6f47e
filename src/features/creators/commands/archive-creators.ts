import { creatorArchived } from '@/features/creators/events';
import { lockChosen, type Chosen } from '@/features/creators/commands/lock-chosen';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/**
 * Puts creators away: they leave lists and cannot be written to, and nothing of theirs is lost. One `creator.archived` for each that
 * was not so already. Answers how many. @throws AppError not_found, conflict `stale_version`
 */
export async function archiveCreators(tx: Tx, chosen: Chosen): Promise<number> {
  const moved = await lockChosen(tx, chosen, (row) => row.archivedAt === null);
  await tx.execute(sql`
    update creator set archived_at = ${tx.ctx.now}, version = version + 1, updated_at = ${tx.ctx.now}
    where id = any (${moved.map((row) => row.id)}::uuid[])`);
  await recordEvents(
    tx,
    creatorArchived,
    moved.map((row) => ({ subjectId: row.id, creatorId: row.id, payload: { displayName: row.displayName } })),
  );
  return moved.length;
}

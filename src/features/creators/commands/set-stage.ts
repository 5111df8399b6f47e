import { creatorStageSet } from '@/features/creators/events';
import { lockChosen, type Chosen } from '@/features/creators/commands/lock-chosen';
import type { Stage } from '@/features/creators/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/**
 * Sets the stage a person chose, any from any, on one creator or many. One `creator.stage_set` for each that was
 * elsewhere. Answers how many were. @throws AppError not_found, conflict `stale_version`
 */
export async function setStage(tx: Tx, { stage, ...chosen }: Chosen & { stage: Stage }): Promise<number> {
  const moved = await lockChosen(tx, chosen, (row) => row.stage !== stage);
  await tx.execute(sql`
    update creator set stage = ${stage}, version = version + 1, updated_at = ${tx.ctx.now}
    where id = any (${moved.map((row) => row.id)}::uuid[])`);
  await recordEvents(
    tx,
    creatorStageSet,
    moved.map((row) => ({
      subjectId: row.id,
      creatorId: row.id,
      payload: { changes: { stage: { from: row.stage, to: stage } } },
    })),
  );
  return moved.length;
}

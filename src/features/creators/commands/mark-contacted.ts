import { creatorStageSet } from '@/features/creators/events';
import { moveStageForward, type Stage } from '@/features/creators/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Notes that something was sent to a creator at `at`: the time of the last contact never goes back, and a prospect
 * becomes contacted. Further stages stay as they are.
 * @throws AppError not_found
 */
export async function markContacted(tx: Tx, input: { creatorId: string; at: Date }): Promise<void> {
  const [creator] = await tx.rows<{ id: string; stage: Stage }>(sql`
    select id, stage from creator where id = (select root_id from creator where id = ${input.creatorId}::uuid)
    for no key update`);
  if (!creator) throw new AppError('not_found');
  const stage = moveStageForward(creator.stage, 'contacted');
  const moves = stage !== creator.stage;
  await tx.execute(sql`
    update creator set last_contacted_at = greatest(last_contacted_at, ${input.at}),
      last_activity_at = greatest(last_activity_at, ${input.at}),
      stage = ${stage}, version = version + ${moves ? 1 : 0}::int
    where id = ${creator.id}::uuid`);
  if (moves) {
    await recordEvent(tx, creatorStageSet, {
      subjectId: creator.id,
      creatorId: creator.id,
      payload: { changes: { stage: { from: creator.stage, to: stage } } },
    });
  }
}

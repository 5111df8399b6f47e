import { creatorStageSet } from '@/features/creators/events';
import { moveStageForward, type Stage } from '@/features/creators/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

interface Exchange {
  creatorId: string;
  at: Date;
  /** `sent`: to them; `received`: from them, or from who speaks for them. */
  direction: 'sent' | 'received';
}

/**
 * Notes that a message passed between a creator and us at `at`. The times of the last contact and activity never go
 * back; who was written to is at least contacted, who wrote at least in conversation. Further stages stay as they are.
 * @throws AppError not_found
 */
export async function noteExchange(tx: Tx, { creatorId, at, direction }: Exchange): Promise<void> {
  const [creator] = await tx.rows<{ id: string; stage: Stage }>(sql`
    select id, stage from creator where id = (select root_id from creator where id = ${creatorId}::uuid)
    for no key update`);
  if (!creator) throw new AppError('not_found');
  const stage = moveStageForward(creator.stage, direction === 'sent' ? 'contacted' : 'in_conversation');
  const moves = stage !== creator.stage;
  const contactedAt = direction === 'sent' ? at : null;
  await tx.execute(sql`
    update creator set last_contacted_at = greatest(last_contacted_at, ${contactedAt}::timestamptz),
      last_activity_at = greatest(last_activity_at, ${at}),
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

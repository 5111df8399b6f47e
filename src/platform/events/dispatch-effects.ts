import type { Clock } from '@/platform/clock/clock';
import { groupByWorkspace, type WorkItem } from '@/platform/db/due-work';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createWorkerContext } from '@/platform/events/worker-context';
import { logger } from '@/platform/logger/logger';
import type { EffectQueue } from '@/platform/queue/effect-queue';

export interface Dispatcher {
  queue: EffectQueue;
  clock: Clock;
}

/**
 * Gives committed effects to the queue and notes when. A queue that does not answer is only logged: what was not noted
 * is found again by the reconciler.
 */
export async function dispatchEffects({ queue, clock }: Dispatcher, effects: readonly WorkItem[]): Promise<void> {
  if (effects.length === 0) return;
  try {
    await queue.add(effects.map(({ workspaceId, id }) => ({ workspaceId, effectId: id })));
  } catch (error) {
    logger().warn(
      { err: error, effects: effects.length },
      'the queue took no effects; the reconciler offers them again',
    );
    return;
  }
  for (const [workspaceId, ids] of groupByWorkspace(effects)) {
    await inWorkspace(createWorkerContext({ workspaceId, now: clock.now() }), (tx) =>
      // One that runs by now is locked or no longer pending, and needs no note.
      tx.execute(sql`
        with waiting as (
          select f.id from effect f
          where f.workspace_id = ${workspaceId}::uuid and f.id = any(${ids}::uuid[])
            and f.state = 'pending'
          for update skip locked
        )
        update effect f set dispatched_at = now() from waiting
        where f.workspace_id = ${workspaceId}::uuid and f.id = waiting.id`),
    );
  }
}

import { findDueWork, type WorkItem } from '@/platform/db/due-work';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { decideRetry } from '@/platform/events/decide-retry';
import type { Effect } from '@/platform/events/define-subscriber';
import { dispatchEffects } from '@/platform/events/dispatch-effects';
import { effectColumns, type EffectRow, joinEvent, toEffect } from '@/platform/events/effect-rows';
import type { EffectRuntime } from '@/platform/events/effect-runtime';
import { lookUpEffect } from '@/platform/events/look-up-effect';
import { settleEffect, type Verdict } from '@/platform/events/settle-effect';
import { createWorkerContext } from '@/platform/events/worker-context';
import { logger } from '@/platform/logger/logger';
import type { EffectQueue } from '@/platform/queue/effect-queue';

export interface Reconciler {
  runtime: EffectRuntime;
  queue: EffectQueue;
}

const batchSize = 500;
/** A lease whose end cannot be written down is looked at again after this long. */
const postponedSeconds = 60;

/**
 * One pass: ends the leases that dead workers left, and offers to the queue what is due and not in it as far as the
 * ledger knows. Answers whether there may be more at once.
 */
export async function reconcileEffects({ runtime, queue }: Reconciler): Promise<boolean> {
  const expired = await findDueWork('effect_expired', batchSize);
  for (const item of expired) await endLease(runtime, item);
  const pending = await findDueWork('effect_pending', batchSize);
  await dispatchEffects({ queue, clock: runtime.clock }, pending);
  return expired.length === batchSize || pending.length === batchSize;
}

async function endLease(runtime: EffectRuntime, item: WorkItem): Promise<void> {
  const ctx = createWorkerContext({ workspaceId: item.workspaceId, now: runtime.clock.now() });
  try {
    const unknown = await inWorkspace(ctx, (tx) => settleExpired(tx, runtime, item.id));
    // Not waited for: the other side may take its time, and other leases have ended too.
    if (unknown) void lookUpEffect(runtime, unknown);
  } catch (error) {
    logger().error({ err: error, effectId: item.id }, 'an ended lease could not be settled; looked at again later');
    await inWorkspace(ctx, (tx) =>
      tx.execute(sql`
        update effect set lease_until = now() + make_interval(secs => ${postponedSeconds}::float8)
        where workspace_id = ${item.workspaceId}::uuid and id = ${item.id}::uuid and lease_until < now()`),
    );
  }
}

/** Before the handing over nothing left, so it is tried again; after it nobody knows. Answers the unknown one. */
async function settleExpired(tx: Tx, runtime: EffectRuntime, effectId: string): Promise<Effect | null> {
  const [row] = await tx.rows<EffectRow & { state: 'claimed' | 'handing_over' }>(sql`
    select f.state, ${effectColumns} from effect f ${joinEvent}
    where f.workspace_id = ${tx.ctx.workspaceId}::uuid and f.id = ${effectId}::uuid
      and f.state in ('claimed', 'handing_over') and f.lease_until < now()
    for update of f skip locked`);
  if (!row) return null;
  const effect = toEffect(row);
  const subscriber = runtime.subscribers.get(effect.subscriber);
  const reason = 'the worker ended without an answer';
  const to: Verdict =
    row.state === 'handing_over'
      ? { state: 'unknown', reason }
      : decideRetry(effect, subscriber, { reason, delayMs: 0 });
  await settleEffect(tx, { effect, subscriber }, { from: [row.state], to });
  logger().warn({ effectId, subscriber: effect.subscriber, state: to.state }, 'a lease ran out');
  return to.state === 'unknown' ? effect : null;
}

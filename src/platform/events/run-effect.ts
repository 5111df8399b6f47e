import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { claimEffect, type ClaimedEffect, onBehalfOf } from '@/platform/events/claim-effect';
import { decideRetry, describeError } from '@/platform/events/decide-retry';
import { type ExternalSubscriber, type LongSubscriber, skip } from '@/platform/events/define-subscriber';
import type { EffectRuntime } from '@/platform/events/effect-runtime';
import { runExternalEffect } from '@/platform/events/run-external-effect';
import { runLongEffect } from '@/platform/events/run-long-effect';
import { settleEffect } from '@/platform/events/settle-effect';
import { createWorkerContext } from '@/platform/events/worker-context';
import { logger } from '@/platform/logger/logger';

export interface EffectAddress {
  workspaceId: string;
  effectId: string;
}

type Begun =
  | { kind: 'over' }
  | { kind: 'external'; claimed: ClaimedEffect; subscriber: ExternalSubscriber; plan: unknown }
  | { kind: 'long'; claimed: ClaimedEffect; subscriber: LongSubscriber };

/**
 * Runs one effect of the ledger, if it is due and nobody else has it. May be called any number of times, at once and
 * after it is done. How it ended stands in the ledger; throws only when the ledger cannot be reached.
 */
export async function runEffect(runtime: EffectRuntime, address: EffectAddress): Promise<void> {
  const ctx = createWorkerContext({ workspaceId: address.workspaceId, now: runtime.clock.now() });
  let begun: Begun;
  try {
    begun = await inWorkspace(ctx, (tx) => beginEffect(tx, runtime, address));
  } catch (error) {
    logger().warn({ err: error, ...address }, 'an effect failed before anything was committed');
    await inWorkspace(ctx, (tx) => recordFailure(tx, runtime, { ...address, error }));
    return;
  }
  if (begun.kind === 'external') await runExternalEffect(runtime, begun);
  if (begun.kind === 'long') await runLongEffect(runtime, begun);
}

/** Claims it; what needs only the database is done and finished with the claim. */
async function beginEffect(tx: Tx, runtime: EffectRuntime, { effectId }: EffectAddress): Promise<Begun> {
  const claimed = await claimEffect(tx, effectId, runtime.leaseMs);
  if (!claimed) return { kind: 'over' };
  const { effect, claim } = claimed;
  const subscriber = runtime.subscribers.get(effect.subscriber);
  // An older worker beside a newer one may meet what only the newer knows: it comes back later.
  if (!subscriber) throw new Error(`this worker has no subscriber ${effect.subscriber}`);
  const done = () =>
    settleEffect(tx, { effect, subscriber }, { from: ['claimed'], claim, to: { state: 'done', receipt: null } });
  switch (subscriber.kind) {
    case 'internal':
      await subscriber.run(onBehalfOf(tx, effect), effect);
      await done();
      return { kind: 'over' };
    case 'external': {
      const plan = await subscriber.prepare(onBehalfOf(tx, effect), effect);
      if (plan !== skip) return { kind: 'external', claimed, subscriber, plan };
      await settleEffect(
        tx,
        { effect, subscriber: undefined },
        { from: ['claimed'], claim, to: { state: 'done', receipt: null } },
      );
      return { kind: 'over' };
    }
    case 'long':
      return { kind: 'long', claimed, subscriber };
  }
}

/** The transaction that failed took its claim along: claims again, only to write the failure down. */
async function recordFailure(
  tx: Tx,
  runtime: EffectRuntime,
  failed: EffectAddress & { error: unknown },
): Promise<void> {
  const claimed = await claimEffect(tx, failed.effectId, runtime.leaseMs);
  if (!claimed) return;
  const { effect, claim } = claimed;
  const subscriber = runtime.subscribers.get(effect.subscriber);
  const to = decideRetry(effect, subscriber, { reason: describeError(failed.error) });
  await settleEffect(tx, { effect, subscriber }, { from: ['claimed'], claim, to });
}

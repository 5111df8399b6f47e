import { setTimeout as sleep } from 'node:timers/promises';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import type { ClaimedEffect } from '@/platform/events/claim-effect';
import { type EffectRuntime, runtimeContext } from '@/platform/events/effect-runtime';
import type { EffectState } from '@/platform/events/effect-transitions';
import { settleEffect, type Verdict } from '@/platform/events/settle-effect';
import { logger } from '@/platform/logger/logger';

export interface Finish {
  from: readonly EffectState[];
  verdict: Verdict | ((tx: Tx) => Promise<Verdict>);
}

const pausesMs = [100, 400, 1_600, 6_400];

/**
 * Writes down how a claimed effect ended, while the claim holds. What is known must not be lost to a moment without
 * the database, so it is tried for some seconds. False when the claim was lost or nothing could be written: then the
 * lease runs out and the reconciler decides.
 */
export async function finishClaim(
  runtime: EffectRuntime,
  { effect, claim }: ClaimedEffect,
  { from, verdict }: Finish,
): Promise<boolean> {
  const log = logger().child({ effectId: effect.id, subscriber: effect.subscriber, requestId: effect.event.requestId });
  const settleOnce = () =>
    inWorkspace(runtimeContext(runtime, effect), async (tx) => {
      const to = typeof verdict === 'function' ? await verdict(tx) : verdict;
      const subscriber = runtime.subscribers.get(effect.subscriber);
      return { to, moved: await settleEffect(tx, { effect, subscriber }, { from, claim, to }) };
    });
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { to, moved } = await settleOnce();
      const reason = to.state === 'done' ? undefined : to.reason;
      if (!moved) log.warn({ state: to.state, reason }, 'an effect was settled by another while it ran');
      else if (to.state !== 'done') log.warn({ state: to.state, reason }, 'an effect did not succeed');
      return moved;
    } catch (error) {
      const pauseMs = pausesMs[attempt];
      log.error({ err: error }, 'the end of an effect could not be written down');
      if (pauseMs === undefined) return false;
      await sleep(pauseMs);
    }
  }
}

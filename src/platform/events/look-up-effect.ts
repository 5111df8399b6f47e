import { inWorkspace } from '@/platform/db/in-workspace';
import type { Effect } from '@/platform/events/define-subscriber';
import { type EffectRuntime, runtimeContext } from '@/platform/events/effect-runtime';
import { settleEffect } from '@/platform/events/settle-effect';
import { logger } from '@/platform/logger/logger';

const timeLimitMs = 60_000;

/** Asks the other side whether an unknown effect arrived. Found makes it done; not found proves nothing. */
export async function lookUpEffect(runtime: EffectRuntime, effect: Effect): Promise<void> {
  const subscriber = runtime.subscribers.get(effect.subscriber);
  if (subscriber?.kind !== 'external' || !subscriber.lookUp) return;
  const ctx = runtimeContext(runtime, effect);
  try {
    const receipt = await subscriber.lookUp(ctx, effect, AbortSignal.timeout(timeLimitMs));
    if (receipt === null) return;
    await inWorkspace(ctx, (tx) =>
      settleEffect(tx, { effect, subscriber }, { from: ['unknown'], to: { state: 'done', receipt } }),
    );
  } catch (error) {
    logger().warn({ err: error, effectId: effect.id }, 'an unknown effect could not be looked up');
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { ClaimedEffect } from '@/platform/events/claim-effect';
import { decideRetry, describeError } from '@/platform/events/decide-retry';
import type { ActResult, ActTools, Effect, ExternalSubscriber } from '@/platform/events/define-subscriber';
import { type EffectRuntime, runtimeContext } from '@/platform/events/effect-runtime';
import { finishClaim } from '@/platform/events/finish-claim';
import { holdClaim } from '@/platform/events/hold-claim';
import { lookUpEffect } from '@/platform/events/look-up-effect';
import type { Verdict } from '@/platform/events/settle-effect';
import { logger } from '@/platform/logger/logger';

export interface ExternalRun {
  claimed: ClaimedEffect;
  subscriber: ExternalSubscriber;
  plan: unknown;
}

const defaultTimeoutMs = 60_000;
/** How long an `act` may take to answer after its signal aborted. */
const graceMs = 2_000;

/** From the committed claim to the settled effect: load, commit `handing_over`, act, finish. */
export async function runExternalEffect(runtime: EffectRuntime, run: ExternalRun): Promise<void> {
  const { claimed, subscriber } = run;
  const { effect } = claimed;
  const timeoutMs = subscriber.timeoutMs ?? defaultTimeoutMs;
  const hold = holdClaim(runtime, claimed, { abortOn: runtime.ending, timeoutMs });
  const deadline = new Date(runtime.clock.now().getTime() + timeoutMs);
  const tools: ActTools = { effectId: effect.id, attempt: effect.attempts, signal: hold.signal, deadline };
  try {
    const plan = await reachHandOver(runtime, run, tools);
    if (plan === null) return;
    const result = await actInTime(subscriber, plan.loaded, tools);
    const verdict = toVerdict(effect, subscriber, result);
    const finished = await finishClaim(runtime, claimed, { from: ['handing_over'], verdict });
    if (finished && verdict.state === 'unknown') await lookUpEffect(runtime, effect);
  } finally {
    hold.release();
  }
}

/** Up to the point of no return; null when it did not come to that. Nothing has left by then, so a failure is a retry. */
async function reachHandOver(
  runtime: EffectRuntime,
  { claimed, subscriber, plan }: ExternalRun,
  tools: ActTools,
): Promise<{ loaded: unknown } | null> {
  const { effect } = claimed;
  try {
    const loaded = subscriber.load ? await subscriber.load(plan, tools) : plan;
    tools.signal.throwIfAborted();
    if (await handOver(runtime, { claimed, subscriber, plan: loaded })) return { loaded };
    logger().warn({ effectId: effect.id }, 'an effect was lost before it was handed over');
  } catch (error) {
    const released: Verdict = {
      state: 'pending',
      reason: 'the worker ended',
      delayMs: graceMs,
      attempts: effect.attempts - 1,
    };
    const verdict = runtime.ending.aborted
      ? released
      : decideRetry(effect, subscriber, { reason: describeError(error) });
    await finishClaim(runtime, claimed, { from: ['claimed', 'handing_over'], verdict });
  }
  return null;
}

async function handOver(runtime: EffectRuntime, { claimed, subscriber, plan }: ExternalRun): Promise<boolean> {
  const { effect, claim } = claimed;
  return inWorkspace(runtimeContext(runtime, effect), async (tx) => {
    const moved = await tx.execute(sql`
      update effect set state = 'handing_over',
        lease_until = now() + make_interval(secs => ${runtime.leaseMs / 1000}::float8)
      where workspace_id = ${effect.workspaceId}::uuid and id = ${effect.id}::uuid
        and state = 'claimed' and claim = ${claim}::uuid`);
    if (moved === 1) await subscriber.handOver?.(tx, effect, plan);
    return moved === 1;
  });
}

async function actInTime(subscriber: ExternalSubscriber, plan: unknown, tools: ActTools): Promise<ActResult<unknown>> {
  try {
    return await Promise.race([subscriber.act(plan, tools), giveUpAfter(tools.signal)]);
  } catch (error) {
    return { outcome: 'unknown', reason: describeError(error) };
  }
}

/** For an `act` that does not listen to its signal. */
async function giveUpAfter(signal: AbortSignal): Promise<ActResult<never>> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await sleep(graceMs);
  return { outcome: 'unknown', reason: `no answer: ${describeError(signal.reason)}` };
}

function toVerdict(effect: Effect, subscriber: ExternalSubscriber, result: ActResult<unknown>): Verdict {
  switch (result.outcome) {
    case 'done':
      return { state: 'done', receipt: result.receipt };
    case 'retry':
      return decideRetry(effect, subscriber, result);
    case 'dead':
    case 'unknown':
      return { state: result.outcome, reason: result.reason };
  }
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { ClaimedEffect } from '@/platform/events/claim-effect';
import { decideRetry, describeError } from '@/platform/events/decide-retry';
import type { LongSubscriber } from '@/platform/events/define-subscriber';
import { type EffectRuntime, runtimeContext } from '@/platform/events/effect-runtime';
import { finishClaim } from '@/platform/events/finish-claim';
import { holdClaim } from '@/platform/events/hold-claim';
import type { Verdict } from '@/platform/events/settle-effect';
import { AppError } from '@/shared/errors';

export interface LongRun {
  claimed: ClaimedEffect;
  subscriber: LongSubscriber;
}

/** Lets the queue forget the job before the effect is offered to another worker. */
const releaseDelayMs = 2_000;

/** Work in batches: done when it returns, pending again when it throws; the next run goes on from its checkpoint. */
export async function runLongEffect(runtime: EffectRuntime, { claimed, subscriber }: LongRun): Promise<void> {
  const { effect } = claimed;
  const hold = holdClaim(runtime, claimed, { abortOn: runtime.stopping });
  const renew = async (tx: Tx) => {
    if (await renewClaim(tx, runtime, claimed)) return;
    hold.lose();
    throw new AppError('conflict', { reason: 'claim_lost', message: 'Another worker goes on with this.' });
  };
  try {
    await subscriber.run(runtimeContext(runtime, effect), effect, { signal: hold.signal, renew });
    await finishClaim(runtime, claimed, { from: ['claimed'], verdict: { state: 'done', receipt: null } });
  } catch (error) {
    const verdict = (tx: Tx) => decideEnd(tx, runtime, { claimed, subscriber, error });
    await finishClaim(runtime, claimed, { from: ['claimed'], verdict });
  } finally {
    hold.release();
  }
}

/** Commits together with the batch, or not at all; and then the batch was not the end of this effect. */
async function renewClaim(tx: Tx, runtime: EffectRuntime, { effect, claim }: ClaimedEffect): Promise<boolean> {
  const renewed = await tx.execute(sql`
    update effect set attempts = 1, lease_until = now() + make_interval(secs => ${runtime.leaseMs / 1000}::float8)
    where workspace_id = ${effect.workspaceId}::uuid and id = ${effect.id}::uuid
      and state = 'claimed' and claim = ${claim}::uuid`);
  return renewed === 1;
}

/** Batches that committed began the count of attempts anew, so it is read where it is kept. */
async function decideEnd(tx: Tx, runtime: EffectRuntime, failed: LongRun & { error: unknown }): Promise<Verdict> {
  const { effect } = failed.claimed;
  const [row] = await tx.rows<{ attempts: number }>(sql`
    select attempts from effect where workspace_id = ${effect.workspaceId}::uuid and id = ${effect.id}::uuid`);
  const attempts = row?.attempts ?? effect.attempts;
  if (runtime.stopping.aborted)
    return { state: 'pending', reason: 'the worker ended', delayMs: releaseDelayMs, attempts: attempts - 1 };
  return decideRetry({ ...effect, attempts }, failed.subscriber, { reason: describeError(failed.error) });
}

import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { ClaimedEffect } from '@/platform/events/claim-effect';
import { type EffectRuntime, runtimeContext } from '@/platform/events/effect-runtime';
import { logger } from '@/platform/logger/logger';

export interface HoldOptions {
  /** Aborts the hold's signal too. */
  abortOn: AbortSignal;
  /** After this long the hold's signal aborts. */
  timeoutMs?: number;
}

export interface Hold {
  /** Aborts when the claim is lost, at the time limit, and when the process ends. */
  signal: AbortSignal;
  /** Somebody saw that the claim is lost. */
  lose(): void;
  /** Ends the renewing; to be called however the work ended. */
  release(): void;
}

/** Renews the lease of a claimed effect until it is released, so that only a dead worker's runs out. */
export function holdClaim(runtime: EffectRuntime, claimed: ClaimedEffect, options: HoldOptions): Hold {
  const controller = new AbortController();
  const abort = (why: string) => {
    if (!controller.signal.aborted) controller.abort(new Error(why));
  };
  const end = () => abort('the worker is ending');
  const lose = () => abort('the claim was lost');
  if (options.abortOn.aborted) end();
  options.abortOn.addEventListener('abort', end, { once: true });
  const limit = options.timeoutMs;
  const deadline = limit === undefined ? undefined : setTimeout(() => abort(`not done after ${limit} ms`), limit);
  const stopRenewing = keepRenewing(runtime, claimed, lose);
  return {
    signal: controller.signal,
    lose,
    release: () => {
      stopRenewing();
      clearTimeout(deadline);
      options.abortOn.removeEventListener('abort', end);
    },
  };
}

function keepRenewing(runtime: EffectRuntime, claimed: ClaimedEffect, lose: () => void): () => void {
  let renewing = false;
  let failures = 0;
  const beat = async () => {
    if (renewing) return;
    renewing = true;
    try {
      if (!(await renewLease(runtime, claimed))) lose();
      failures = 0;
    } catch (error) {
      failures += 1;
      logger().warn({ err: error, effectId: claimed.effect.id }, 'a lease could not be renewed');
      // Three beats are a lease: by now another may have it.
      if (failures >= 3) lose();
    } finally {
      renewing = false;
    }
  };
  const timer = setInterval(() => void beat(), runtime.leaseMs / 3);
  return () => clearInterval(timer);
}

function renewLease(runtime: EffectRuntime, { effect, claim }: ClaimedEffect): Promise<boolean> {
  return inWorkspace(runtimeContext(runtime, effect), async (tx) => {
    const renewed = await tx.execute(sql`
      update effect set lease_until = now() + make_interval(secs => ${runtime.leaseMs / 1000}::float8)
      where workspace_id = ${effect.workspaceId}::uuid and id = ${effect.id}::uuid and claim = ${claim}::uuid
        and state in ('claimed', 'handing_over')`);
    return renewed === 1;
  });
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { onBehalfOf } from '@/platform/events/claim-effect';
import type { Effect, Settlement, Subscriber } from '@/platform/events/define-subscriber';
import type { EffectState } from '@/platform/events/effect-transitions';

/** Where an effect shall go, and from where it is allowed to. */
export interface Settling {
  from: readonly EffectState[];
  /** Only while this claim holds; left out by the reconciler and by a person, who end claims. */
  claim?: string;
  to: Verdict;
}

export type Verdict =
  | { state: 'done'; receipt: unknown }
  /** `attempts` replaces the count: a release does not count, a person's retry begins anew. */
  | { state: 'pending'; reason: string; delayMs: number; attempts?: number }
  | { state: 'dead' | 'unknown'; reason: string };

const longestReason = 2_000;

/**
 * The guarded move of an effect out of a state in which somebody had it, with the subscriber's own rows in the same
 * transaction. False when it is not there any more: the claim was lost, or another was first.
 */
export async function settleEffect(
  tx: Tx,
  { effect, subscriber }: { effect: Effect; subscriber: Subscriber | undefined },
  { from, claim, to }: Settling,
): Promise<boolean> {
  const { reason, delayMs, attempts } = toColumns(to);
  const [moved] = await tx.rows<{ dueAt: Date }>(sql`
    update effect set state = ${to.state}, last_error = ${reason}, lease_until = null,
      attempts = coalesce(${attempts}::int, attempts),
      due_at = case when ${to.state} = 'pending' then now() + make_interval(secs => ${delayMs / 1000}::float8) else due_at end,
      finished_at = case when ${to.state} = 'pending' then null else now() end
    where workspace_id = ${effect.workspaceId}::uuid and id = ${effect.id}::uuid
      and state = any(${[...from]}::text[]) and (${claim ?? null}::uuid is null or claim = ${claim ?? null}::uuid)
    returning due_at as "dueAt"`);
  if (!moved) return false;
  // What a person decided is recorded as theirs.
  const acting = tx.ctx.actor.type === 'worker' ? onBehalfOf(tx, effect) : tx;
  await subscriber?.settle?.(acting, effect, toSettlement(to, moved.dueAt));
  return true;
}

function toColumns(to: Verdict) {
  return {
    reason: to.state === 'done' ? null : to.reason.slice(0, longestReason),
    delayMs: to.state === 'pending' ? to.delayMs : 0,
    attempts: to.state === 'pending' ? (to.attempts ?? null) : null,
  };
}

function toSettlement(to: Verdict, dueAt: Date): Settlement<never> {
  switch (to.state) {
    case 'done':
      return { state: 'done', receipt: to.receipt as never };
    case 'pending':
      return { state: 'pending', reason: to.reason, dueAt };
    case 'dead':
    case 'unknown':
      return { state: to.state, reason: to.reason };
  }
}

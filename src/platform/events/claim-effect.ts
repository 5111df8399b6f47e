import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Effect } from '@/platform/events/define-subscriber';
import { effectColumns, type EffectRow, joinEvent, toEffect } from '@/platform/events/effect-rows';
import { createWorkerContext } from '@/platform/events/worker-context';
import { newId } from '@/shared/ids';

/** An effect that is ours until the lease ends, and the mark that says so. */
export interface ClaimedEffect {
  effect: Effect;
  claim: string;
}

/**
 * Takes a pending effect that is due, by one conditional update: of any number of workers one gets it, the others get
 * null.
 */
export async function claimEffect(tx: Tx, effectId: string, leaseMs: number): Promise<ClaimedEffect | null> {
  const claim = newId();
  const [row] = await tx.rows<EffectRow>(sql`
    with f as (
      update effect set state = 'claimed', claim = ${claim}::uuid, attempts = attempts + 1,
        lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8)
      where workspace_id = ${tx.ctx.workspaceId}::uuid and id = ${effectId}::uuid
        and state = 'pending' and due_at <= now()
      returning id, workspace_id, event_id, subscriber, recipient, attempts
    )
    select ${effectColumns} from f ${joinEvent}`);
  return row ? { effect: toEffect(row), claim } : null;
}

/** The same transaction, for the worker acting on this event: its request id goes on into what follows. */
export function onBehalfOf(tx: Tx, effect: Effect): Tx {
  const { workspaceId, event } = effect;
  return { ...tx, ctx: createWorkerContext({ workspaceId, now: tx.ctx.now, requestId: event.requestId }) };
}

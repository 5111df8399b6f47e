import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Effect, Subscriber } from '@/platform/events/define-subscriber';
import { effectColumns, type EffectRow, joinEvent, toEffect } from '@/platform/events/effect-rows';
import type { EffectState } from '@/platform/events/effect-transitions';
import { AppError } from '@/shared/errors';

export interface EffectToDecide {
  effectId: string;
  /** The state the person saw. */
  expected: EffectState;
  subscribers: readonly Subscriber[];
}

/**
 * An effect for a person's decision, locked until it is written, and its subscriber, whose rows follow.
 * @throws AppError not_found; invalid_state when it is not in the expected state, or its subscriber is not among these
 */
export async function lockEffect(
  tx: Tx,
  { effectId, expected, subscribers }: EffectToDecide,
): Promise<{ effect: Effect; subscriber: Subscriber }> {
  const [row] = await tx.rows<EffectRow & { state: EffectState }>(sql`
    select f.state, ${effectColumns} from effect f ${joinEvent}
    where f.workspace_id = ${tx.ctx.workspaceId}::uuid and f.id = ${effectId}::uuid
    for update of f`);
  if (!row) throw new AppError('not_found');
  if (row.state !== expected) {
    const message = `It is ${row.state} by now: nothing was changed. Look at it again.`;
    throw new AppError('invalid_state', { reason: `effect_not_${expected}`, message });
  }
  const subscriber = subscribers.find(({ name }) => name === row.subscriber);
  if (!subscriber) throw new AppError('invalid_state', { reason: 'subscriber_unknown' });
  return { effect: toEffect(row), subscriber };
}

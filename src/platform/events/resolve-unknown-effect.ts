import type { Tx } from '@/platform/db/in-workspace';
import type { Subscriber } from '@/platform/events/define-subscriber';
import { effectResolved } from '@/platform/events/effect-events';
import { lockEffect } from '@/platform/events/lock-effect';
import { recordEvent } from '@/platform/events/record-event';
import { settleEffect, type Verdict } from '@/platform/events/settle-effect';

export interface ResolveUnknownEffectInput {
  effectId: string;
  /** It arrived; it did not, so send it now; it does not matter any more. */
  decision: 'sent' | 'not_sent' | 'give_up';
}

const verdicts: Record<ResolveUnknownEffectInput['decision'], Verdict> = {
  sent: { state: 'done', receipt: null },
  not_sent: { state: 'pending', reason: 'a person says that it did not arrive', delayMs: 0, attempts: 0 },
  give_up: { state: 'dead', reason: 'given up by a person' },
};

/**
 * A person decides what became of an effect that may have left. `subscribers` must hold its own, whose rows follow.
 * @throws AppError not_found; invalid_state when it is not unknown
 */
export async function resolveUnknownEffect(
  tx: Tx,
  { effectId, decision }: ResolveUnknownEffectInput,
  subscribers: readonly Subscriber[],
): Promise<void> {
  const { effect, subscriber } = await lockEffect(tx, { effectId, expected: 'unknown', subscribers });
  await settleEffect(tx, { effect, subscriber }, { from: ['unknown'], to: verdicts[decision] });
  const payload = { subscriber: effect.subscriber, recipient: effect.recipient, decision };
  await recordEvent(tx, effectResolved, { subjectId: effect.id, creatorId: effect.event.creatorId, payload });
}

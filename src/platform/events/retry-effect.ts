import type { Tx } from '@/platform/db/in-workspace';
import type { Subscriber } from '@/platform/events/define-subscriber';
import { effectRetried } from '@/platform/events/effect-events';
import { lockEffect } from '@/platform/events/lock-effect';
import { recordEvent } from '@/platform/events/record-event';
import { settleEffect } from '@/platform/events/settle-effect';

/**
 * A person lets a dead effect be tried again, with all its attempts. `subscribers` must hold its own, whose rows follow.
 * @throws AppError not_found; invalid_state when it is not dead
 */
export async function retryEffect(tx: Tx, effectId: string, subscribers: readonly Subscriber[]): Promise<void> {
  const { effect, subscriber } = await lockEffect(tx, { effectId, expected: 'dead', subscribers });
  const to = { state: 'pending', reason: 'tried again by a person', delayMs: 0, attempts: 0 } as const;
  await settleEffect(tx, { effect, subscriber }, { from: ['dead'], to });
  const payload = { subscriber: effect.subscriber, recipient: effect.recipient };
  await recordEvent(tx, effectRetried, { subjectId: effect.id, creatorId: effect.event.creatorId, payload });
}

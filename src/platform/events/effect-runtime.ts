import type { Context } from '@/platform/auth/context';
import type { Clock } from '@/platform/clock/clock';
import type { Effect, Subscriber } from '@/platform/events/define-subscriber';
import { createWorkerContext } from '@/platform/events/worker-context';

/** What running effects needs of the process it runs in. */
export interface EffectRuntime {
  subscribers: ReadonlyMap<string, Subscriber>;
  clock: Clock;
  /** How long a dead worker keeps an effect; a living one renews it three times as often. */
  leaseMs: number;
  /** Aborts as soon as the process is asked to end: long work stops at its next batch. */
  stopping: AbortSignal;
  /** Aborts when the process will wait no longer for what is under way. */
  ending: AbortSignal;
}

/** Subscribers by their name, which is part of the ledger's key. */
export function indexSubscribers(subscribers: readonly Subscriber[]): Map<string, Subscriber> {
  const index = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  if (index.size !== subscribers.length) throw new Error('two subscribers have the same name');
  return index;
}

/** The worker's Context for one effect, now. */
export function runtimeContext(runtime: EffectRuntime, effect: Effect): Context {
  const { workspaceId, event } = effect;
  return createWorkerContext({ workspaceId, now: runtime.clock.now(), requestId: event.requestId });
}

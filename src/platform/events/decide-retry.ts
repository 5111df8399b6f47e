import type { Effect, RetryPolicy, Subscriber } from '@/platform/events/define-subscriber';
import type { Verdict } from '@/platform/events/settle-effect';

/** About an hour of attempts: a mail server may be away that long. */
const defaultPolicy: RetryPolicy = { maxAttempts: 16, firstMs: 2_000, maxMs: 10 * 60_000 };

/** A fifth more or less, so that what failed together does not come back together. */
const jitter = 0.2;

export interface Failure {
  reason: string;
  /** When the other side named a time. */
  delayMs?: number;
}

/** Tried again after a delay that doubles, or dead once the policy's attempts are used up. */
export function decideRetry(effect: Effect, subscriber: Subscriber | undefined, failure: Failure): Verdict {
  const policy = { ...defaultPolicy, ...subscriber?.retry };
  if (effect.attempts >= policy.maxAttempts) return { state: 'dead', reason: failure.reason };
  const backOff = Math.min(policy.firstMs * 2 ** (effect.attempts - 1), policy.maxMs);
  const delayMs = failure.delayMs ?? backOff * (1 - jitter + 2 * jitter * Math.random());
  return { state: 'pending', reason: failure.reason, delayMs };
}

/** What went wrong, for the admin who looks at it. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry, describeError } from '@/platform/events/decide-retry';
import { defineInternalSubscriber, type Effect } from '@/platform/events/define-subscriber';

const effectAt = (attempts: number) => ({ attempts }) as Effect;
const withPolicy = (retry: { maxAttempts?: number; firstMs?: number; maxMs?: number }) =>
  defineInternalSubscriber({ name: 'test.any', on: [], retry, run: () => Promise.resolve() });

describe('decideRetry', () => {
  it('doubles the delay up to the longest, with a fifth of jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5_000 }), (attempts, firstMs) => {
        const subscriber = withPolicy({ maxAttempts: 99, firstMs, maxMs: 60_000 });
        const verdict = decideRetry(effectAt(attempts), subscriber, { reason: 'x' });
        const expected = Math.min(firstMs * 2 ** (attempts - 1), 60_000);
        if (verdict.state !== 'pending') throw new Error(verdict.state);
        expect(verdict.delayMs).toBeGreaterThanOrEqual(expected * 0.8);
        expect(verdict.delayMs).toBeLessThanOrEqual(expected * 1.2);
      }),
    );
  });

  it('waits as long as the other side asked for', () => {
    const verdict = decideRetry(effectAt(1), withPolicy({}), { reason: '421', delayMs: 90_000 });
    expect(verdict).toEqual({ state: 'pending', reason: '421', delayMs: 90_000 });
  });

  it('gives up with the last attempt of the policy, and keeps the reason', () => {
    const subscriber = withPolicy({ maxAttempts: 3 });
    expect(decideRetry(effectAt(2), subscriber, { reason: 'x' }).state).toBe('pending');
    expect(decideRetry(effectAt(3), subscriber, { reason: 'x' })).toEqual({ state: 'dead', reason: 'x' });
  });

  it('goes on for at least an hour when nothing else is said', () => {
    let total = 0;
    for (let attempts = 1; ; attempts += 1) {
      const verdict = decideRetry(effectAt(attempts), undefined, { reason: 'x' });
      if (verdict.state !== 'pending') break;
      total += verdict.delayMs;
    }
    expect(total).toBeGreaterThan(50 * 60_000);
  });
});

describe('describeError', () => {
  it.each([
    [new TypeError('bad'), 'TypeError: bad'],
    ['just text', 'just text'],
  ])('of %s', (error, text) => expect(describeError(error)).toBe(text));
});

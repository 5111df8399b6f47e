import { describe, expect, it } from 'vitest';
import { startLoop } from '@/worker/start-loop';
import { testEnvironment } from '../../support/context';

describe('startLoop', () => {
  it('goes on after a failure, at once while there is more, and ends when it is stopped', async () => {
    Object.assign(process.env, testEnvironment('postgres://nobody@127.0.0.1:9/none'));
    const answers = [true, true, new Error('once'), false];
    const start = performance.now();
    let passes = 0;
    const loop = startLoop('test', 10, () => {
      const answer = answers[passes] ?? false;
      passes += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
    while (passes < 6 && performance.now() - start < 5_000) await new Promise((resolve) => setTimeout(resolve, 5));
    await loop.stop();
    const stoppedAt = passes;
    expect(passes).toBeGreaterThanOrEqual(6);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(passes).toBe(stoppedAt);
  });

  it('is stopped while it waits', async () => {
    const loop = startLoop('test', 60_000, () => Promise.resolve(false));
    const start = performance.now();
    await loop.stop();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

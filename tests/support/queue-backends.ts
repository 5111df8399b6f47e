import { describe } from 'vitest';
import type { QueueHome } from '@/platform/queue/effect-queue';
import { redisBinary, startTestRedis } from './redis';

export interface TestQueueHome {
  home: QueueHome;
  stop(): Promise<void>;
}

/** The same tests with the queue in PostgreSQL and in Redis; open the home in beforeAll and stop it in afterAll. */
export function describeOnBothBackends(
  name: string,
  tests: (openHome: (appUrl: string) => Promise<TestQueueHome>) => void,
): void {
  describe(`${name}, queue in PostgreSQL`, () =>
    tests((url) => Promise.resolve({ home: { kind: 'postgres', url }, stop: () => Promise.resolve() })));
  describe.skipIf(!redisBinary)(`${name}, queue in Redis${redisBinary ? '' : ' (redis-server is not installed)'}`, () =>
    tests(async () => {
      const { url, stop } = await startTestRedis();
      return { home: { kind: 'redis', url }, stop };
    }),
  );
}

import { readTestCluster, startTestCluster } from './test-cluster';

let stop: (() => Promise<void>) | undefined;

/** One PostgreSQL for the whole run: the second project that asks for it uses the first one's. */
export async function setup(): Promise<void> {
  if (!readTestCluster()) stop = await startTestCluster();
}

export async function teardown(): Promise<void> {
  await stop?.();
}

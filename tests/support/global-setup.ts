import { readTestCluster, startTestCluster } from './test-cluster';

/** One PostgreSQL for the whole run: the second project that asks for it uses the first one's. */
export default async function setup(): Promise<() => Promise<void>> {
  if (readTestCluster()) return () => Promise.resolve();
  return startTestCluster();
}

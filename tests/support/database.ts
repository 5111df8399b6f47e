import { randomBytes } from 'node:crypto';
import { createScratchDatabase, withDatabase } from '../../scripts/db/scratch-database';
import { readTestCluster } from './test-cluster';

export interface TestDatabase {
  /** The owner of the tables: rapport_owner, no superuser. */
  ownerUrl: string;
  /** What the product connects with: rapport_app. */
  appUrl: string;
  drop(): Promise<void>;
}

/** A migrated database of its own for a test file (about 0.1 s): a copy of the run's template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(requireCluster().template);
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create();
}

async function create(template?: string): Promise<TestDatabase> {
  const cluster = requireCluster();
  const name = `rapport_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const { ownerUrl, drop } = await createScratchDatabase(cluster.ownerUrl, { name, template });
  return { ownerUrl, appUrl: withDatabase(cluster.appUrl, name), drop };
}

function requireCluster() {
  const cluster = readTestCluster();
  if (!cluster)
    throw new Error('No PostgreSQL was started for this run: add tests/support/global-setup.ts to the project.');
  return cluster;
}

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectOwner } from '../../scripts/db/connect-owner';
import { startEmbeddedPostgres } from '../../scripts/db/embedded/start-embedded-postgres';
import { migrate } from '../../scripts/db/migrate-database';
import { createScratchDatabase } from '../../scripts/db/scratch-database';

const VARIABLE = 'RAPPORT_TEST_CLUSTER';

/** What the test processes need to know of the one PostgreSQL of a run. */
export interface TestCluster {
  ownerUrl: string;
  appUrl: string;
  template: string;
}

/**
 * Starts the PostgreSQL of a test run with a migrated template, and returns what ends it. TEST_DATABASE_URL (an owner
 * that may create roles and databases) takes the place of the bundled one. Processes started afterwards find it by
 * `readTestCluster`.
 */
export async function startTestCluster(): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? await useGiven(process.env.TEST_DATABASE_URL) : await startBundled();
  try {
    const template = `rapport_template_${process.pid}_${Date.now()}`;
    const scratch = await createScratchDatabase(server.ownerUrl, { name: template });
    await migrate({ ownerUrl: scratch.ownerUrl });
    await server.prepare();
    const cluster: TestCluster = { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template };
    process.env[VARIABLE] = JSON.stringify(cluster);
    return async () => {
      delete process.env[VARIABLE];
      await scratch.drop();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The cluster that this run started; null when none was. */
export function readTestCluster(): TestCluster | null {
  const text = process.env[VARIABLE];
  return text ? (JSON.parse(text) as TestCluster) : null;
}

interface TestServer {
  ownerUrl: string;
  appUrl: string;
  /** Runs after the migrations, when the roles are there. */
  prepare(): Promise<void>;
  stop(): Promise<void>;
}

async function startBundled(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  // As root the server runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o755);
  const release = guard(dataDir);
  const remove = () => rm(dataDir, { recursive: true, force: true }).finally(release);
  try {
    const { ownerUrl, appUrl, stop } = await startEmbeddedPostgres({ dataDir, durable: false, port: 0 });
    return { ownerUrl, appUrl, prepare: () => Promise.resolve(), stop: () => stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** rapport_app gets a password of its own, the same in every run, so that runs side by side do not lock each other out. */
async function useGiven(ownerUrl: string): Promise<TestServer> {
  const appUrl = new URL(ownerUrl);
  appUrl.username = 'rapport_app';
  appUrl.password = 'rapport_app';
  const prepare = async () => {
    const client = await connectOwner(ownerUrl);
    await client.query(`alter role rapport_app login password 'rapport_app'`).finally(() => client.end());
  };
  return { ownerUrl, appUrl: appUrl.href, prepare, stop: () => Promise.resolve() };
}

/** Vitest ends at a signal without its teardown, and kill -9 asks nobody: another process cleans up then. */
function guard(dataDir: string): () => void {
  const script = fileURLToPath(new URL('clean-up-after.ts', import.meta.url));
  const cleaner = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  cleaner.unref();
  return () => void cleaner.stdin.end();
}

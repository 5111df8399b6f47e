import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProduct, isBuildFresh } from '../build/build-product';
import { stopAbandonedPostgres } from '../db/embedded/stop-abandoned-postgres';
import { startLocalServices } from '../local/start-local-services';
import { onTermination } from '../processes/on-termination.mjs';
import { keepRunning } from '../processes/keep-running.mjs';
import { stopAllProcesses } from '../processes/start-process.mjs';
import { waitUntilReady } from '../processes/wait-until-ready.mjs';
import { describeDemo } from './describe-demo';

export interface DemoSettings {
  port: number;
  /** Absolute. Everything that the demo keeps is in it. */
  dataDir: string;
  /** Begin with an empty database, mailbox and storage. */
  reset: boolean;
}

const root = join(import.meta.dirname, '..', '..');

/** Starts the demo and returns when it answers; it ends by a signal, with everything that it started. */
export async function runDemo({ port, dataDir, reset }: DemoSettings): Promise<void> {
  const startedAt = performance.now();
  const closers = [stopAllProcesses];
  const close = async () => {
    for (const closer of closers.splice(0)) await closer();
  };
  onTermination(close);
  try {
    if (reset) await emptyData(dataDir);
    // Generating and building come first: the demo's factories are product code, which needs the generated client.
    await ensureBuild();
    const services = await startLocalServices({ dataDir, port, log });
    closers.push(services.stop);
    Object.assign(process.env, services.environment);
    const { seedDemo } = await import('./seed');
    const seeded = await seedDemo({ ownerUrl: services.ownerUrl, log });
    await startPrograms({ dataDir, port, close });
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    log(describeDemo({ ...seeded, seconds, port, dataDir, mailboxUrl: services.mailboxUrl }));
  } catch (error) {
    await close();
    throw error;
  }
}

function log(line: string): void {
  console.log(line);
}

async function emptyData(dataDir: string): Promise<void> {
  await stopAbandonedPostgres(dataDir);
  for (const part of ['postgres', 'mail', 'storage', 'secrets.json'])
    await rm(join(dataDir, part), { recursive: true, force: true });
}

async function ensureBuild(): Promise<void> {
  if (await isBuildFresh()) return;
  log('Building (about half a minute) …');
  await buildProduct();
}

interface ProgramSettings {
  dataDir: string;
  port: number;
  close: () => Promise<void>;
}

/** Returns when both answer; from then on, one that cannot be kept running ends the demo. */
async function startPrograms({ dataDir, port, close }: ProgramSettings): Promise<void> {
  const programs = { web: ['scripts/start.mjs'], worker: ['--enable-source-maps', 'dist/worker.mjs'] };
  const kept = Object.entries(programs).map(async ([name, args]) => {
    const logFile = join(dataDir, 'logs', `${name}.log`);
    await rm(logFile, { force: true });
    const env = { ...process.env, NODE_ENV: 'production' as const };
    const command = [process.execPath, ...args];
    await keepRunning({ name, command, cwd: root, env, logFile, runFolder: join(dataDir, 'run') });
  });
  const ended = Promise.all(kept);
  await Promise.race([waitUntilReady(`http://127.0.0.1:${port}/api/health/ready`, 90_000), ended]);
  ended.catch(async (error: Error) => {
    console.error(error.message);
    await close();
    process.exit(1);
  });
}

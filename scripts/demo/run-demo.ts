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
import { importNumbers } from './import-numbers';

export interface DemoSettings {
  port: number;
  /** Absolute. Everything that the demo keeps is in it. */
  dataDir: string;
  /** Begin with an empty database, mailbox and storage. */
  reset: boolean;
  /** So many creators more than the demo tells of, to feel the size. */
  creators: number;
}

const root = join(import.meta.dirname, '..', '..');

interface Demo extends DemoSettings {
  closing: AbortSignal;
  /** Run last to first. */
  closers: (() => Promise<void>)[];
}

/** Runs the demo until a signal ends it, with everything that it started. Throws when it does not come up or stay up. */
export async function runDemo(settings: DemoSettings): Promise<void> {
  const startedAt = performance.now();
  const closing = new AbortController();
  const demo: Demo = { ...settings, closing: closing.signal, closers: [stopAllProcesses] };
  const close = closeInTurn(demo.closers);
  const started = startDemo(demo);
  onTermination(async () => {
    closing.abort(new Error('Ended before it was ready.'));
    await close();
    // What was on its way up when the signal came has told meanwhile how it ends.
    await started.catch(() => undefined);
    await close();
  });
  try {
    const { ended, ...described } = await started;
    log(describeDemo({ ...described, ...settings, seconds: Math.round((performance.now() - startedAt) / 1000) }));
    await ended;
  } catch (error) {
    await close();
    throw error;
  }
}

/** What ends everything there is to end by then; a second call waits for the first. */
function closeInTurn(closers: Demo['closers']): () => Promise<void> {
  let closed = Promise.resolve();
  return () =>
    (closed = closed.then(async () => {
      for (const closer of closers.splice(0).reverse()) await closer();
    }));
}

async function startDemo(demo: Demo) {
  const { port, dataDir, closers, closing } = demo;
  if (demo.reset) await emptyData(dataDir);
  // The build comes first: the demo's factories are product code, which needs the generated client.
  await ensureBuild();
  closing.throwIfAborted();
  const services = await startLocalServices({ dataDir, port, log });
  closers.push(services.stop);
  closing.throwIfAborted();
  Object.assign(process.env, services.environment);
  const { seedDemo } = await import('./seed');
  const seeded = await seedDemo({ ownerUrl: services.ownerUrl, creators: demo.creators, log });
  closing.throwIfAborted();
  closers.push(stopAllProcesses);
  const ended = startPrograms(dataDir);
  await Promise.race([waitUntilReady(`http://127.0.0.1:${port}/api/health/ready`, 90_000), ended]);
  closing.throwIfAborted();
  const url = `http://127.0.0.1:${port}`;
  services.answerThrough({ url, apiKey: seeded.apiKey });
  if (seeded.isNew) await importNumbers(url, seeded.apiKey);
  return { ...seeded, mailboxUrl: services.mailboxUrl, ended };
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

/** Resolves when both were ended on request; rejects when one of them does not stay up. */
async function startPrograms(dataDir: string): Promise<void> {
  const programs = { web: ['scripts/start.mjs'], worker: ['--enable-source-maps', 'dist/worker.mjs'] };
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const kept = Object.entries(programs).map(async ([name, args]) => {
    const logFile = join(dataDir, 'logs', `${name}.log`);
    await rm(logFile, { force: true });
    const command = [process.execPath, ...args];
    await keepRunning({ name, command, cwd: root, env, logFile, runFolder: join(dataDir, 'run') });
  });
  await Promise.all(kept);
}

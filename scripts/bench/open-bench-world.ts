import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closePool } from '@/platform/db/pool';
import { connectOwner } from '../db/connect-owner';
import { findFreePort } from '../db/embedded/find-free-port';
import { startEmbeddedPostgres } from '../db/embedded/start-embedded-postgres';
import { migrate } from '../db/migrate-database';
import { claimFolder } from '../processes/claim-folder.mjs';
import { startProcess, stopAllProcesses } from '../processes/start-process.mjs';
import { waitUntilReady } from '../processes/wait-until-ready.mjs';
import { buildBenchApp } from './build-bench-app';
import { type BenchCreators, fillBench } from './fill-bench';

export interface BenchOptions {
  /** How many creators the large workspace has. */
  size: number;
  /** Leaves the filled database for the next run. */
  keep: boolean;
}

/** What benches measure: a database of their own, and what they ask for on top of it, made at the first asking. */
export interface BenchWorld {
  /** For files; gone at the end. */
  folder: string;
  ownerUrl: string;
  /** As the product connects; this process does so, too, by `inWorkspace`. */
  appUrl: string;
  creators(): Promise<BenchCreators>;
  /** The address of the built app, with the bare routes in it. */
  web(): Promise<string>;
  /** Idempotent. */
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
/** Below the product's folder, so that a copy of the app finds the packages. */
const home = join(root, '.data', 'bench');

/** Starts a database, empty or as `keep` left it. */
export async function openBenchWorld({ size, keep }: BenchOptions): Promise<BenchWorld> {
  const data = join(home, 'data');
  const folder = join(home, 'work');
  await claimFolder(join(home, 'run'));
  await rm(folder, { recursive: true, force: true });
  if (!keep) await rm(data, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: data });
  const port = await findFreePort();
  Object.assign(process.env, environment(postgres.appUrl, { folder, port }));
  await migrate({ ownerUrl: postgres.ownerUrl });
  await forgetSignIns(postgres.ownerUrl);
  const creators = once(() => fillOrRead(join(data, `creators-${size}.json`), postgres.ownerUrl, size));
  return {
    folder,
    ownerUrl: postgres.ownerUrl,
    appUrl: postgres.appUrl,
    creators,
    web: once(() => startWeb(join(folder, 'app'), port)),
    close: once(async () => {
      await stopAllProcesses();
      await closePool();
      await postgres.stop();
      await rm(keep ? folder : home, { recursive: true, force: true });
    }),
  };
}

function environment(databaseUrl: string, { folder, port }: { folder: string; port: number }): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    STORAGE_URL: `file:${folder}/storage`,
    APP_URL: `http://localhost:${port}`,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: 'for the bench alone, longer than 32 letters',
    ENCRYPTION_KEY: '00'.repeat(32),
    LOG_LEVEL: 'warn',
  };
}

/** One person signs in again and again, in each run. */
async function forgetSignIns(ownerUrl: string): Promise<void> {
  const owner = await connectOwner(ownerUrl);
  await owner.query('delete from rate_limit');
  await owner.end();
}

async function fillOrRead(file: string, ownerUrl: string, size: number): Promise<BenchCreators> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as BenchCreators;
  const creators = await fillBench(ownerUrl, size);
  await writeFile(file, JSON.stringify(creators));
  return creators;
}

async function startWeb(folder: string, port: number): Promise<string> {
  console.log('Building the app with the bare routes beside the product’s.');
  const command = await buildBenchApp(folder);
  startProcess({
    name: 'web',
    command: [...command, '-p', String(port)],
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    logFile: join(folder, 'web.log'),
    runFolder: join(home, 'run'),
  });
  await waitUntilReady(`http://localhost:${port}/api/health/live`, 60_000);
  return `http://localhost:${port}`;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

// The benches, each beside its control in the same run: npm run bench [-- --size 100k]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePort } from '../db/embedded/find-free-port';
import { startEmbeddedPostgres } from '../db/embedded/start-embedded-postgres';
import { migrate } from '../db/migrate-database';
import { onTermination } from '../processes/on-termination.mjs';
import { startProcess, stopAllProcesses } from '../processes/start-process.mjs';
import { waitUntilReady } from '../processes/wait-until-ready.mjs';
import { buildBenchApp } from './build-bench-app';
import { benchRequests } from './bench-requests';
import { printTable } from './print-table';

const { values } = parseArgs({ options: { size: { type: 'string', default: '100k' } } });
const size = Number(values.size.replace(/k$/, '000'));
if (!Number.isInteger(size) || size < 1000 || size > 1_000_000) {
  console.error('--size: a number of creators from 1000 to 1000k');
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
const closers: (() => Promise<unknown>)[] = [
  () => rm(folder, { recursive: true, force: true }),
  () => stopAllProcesses(),
];
const close = async () => {
  for (const closer of closers.splice(0).reverse()) await closer();
};
onTermination(close);
try {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  closers.splice(1, 0, () => postgres.stop());
  await migrate({ ownerUrl: postgres.ownerUrl });
  const port = await findFreePort();
  Object.assign(process.env, {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    STORAGE_URL: `file:${folder}/storage`,
    APP_URL: `http://localhost:${port}`,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: 'for the bench alone, longer than 32 letters',
    ENCRYPTION_KEY: '00'.repeat(32),
    LOG_LEVEL: 'warn',
  });
  const { fillBench } = await import('./fill-bench');
  const filled = await fillBench({ ownerUrl: postgres.ownerUrl, size, log: (line) => console.log(line) });
  console.log('Building the app with the bare routes beside the product’s.');
  const app = join(folder, 'app');
  const next = await buildBenchApp(app);
  const env = { ...process.env, NODE_ENV: 'production' as const };
  startProcess({
    name: 'web',
    command: [process.execPath, next, 'start', '-p', String(port)],
    cwd: app,
    env,
    logFile: join(folder, 'web.log'),
  });
  await waitUntilReady(`http://127.0.0.1:${port}/api/health/live`, 60_000);
  printTable(await benchRequests({ ...filled, base: `http://127.0.0.1:${port}` }));
} finally {
  await close();
}
process.exit(process.exitCode ?? 0);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct, isBuildFresh } from '../../scripts/build/build-product';
import { findFreePort } from '../../scripts/db/embedded/find-free-port';
import { startMailServer } from '../../scripts/demo/mail-server';
import { productEnvironment } from '../../scripts/local/product-environment';
import { onTermination } from '../../scripts/processes/on-termination.mjs';
import { startProcess, stopAllProcesses } from '../../scripts/processes/start-process.mjs';
import { waitUntilReady } from '../../scripts/processes/wait-until-ready.mjs';
import { createTestDatabase } from './database';
import { startTestCluster } from './test-cluster';

/**
 * Playwright's global setup: the built product as a customer runs it (web, worker, a database of its own, a mail server
 * that catches) on free ports. Tests find it by E2E_URL, E2E_MAILBOX_URL, E2E_OWNER_URL, and run the product's scripts with
 * the variables in E2E_ENVIRONMENT; the returned function ends it.
 */
export default async function startE2eServer(): Promise<() => Promise<void>> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  // Playwright tears down after Ctrl-C only.
  onTermination(close);
  try {
    await start(closers);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(closers: (() => Promise<unknown>)[]): Promise<void> {
  closers.push(() => stopAllProcesses());
  if (!(await isBuildFresh())) await buildProduct();
  closers.push(await startTestCluster());
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'rapport-e2e-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const mail = await startMailServer({ folder: join(folder, 'mail'), smtpPort: 0, pagePort: 0 });
  closers.push(mail.close);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  Object.assign(process.env, { E2E_URL: url, E2E_MAILBOX_URL: mail.pageUrl, E2E_OWNER_URL: database.ownerUrl });
  closers.push(() => stopAllProcesses());
  const secrets = { NEXTAUTH_SECRET: 'for-the-tests-alone-'.repeat(2), ENCRYPTION_KEY: '00'.repeat(32) };
  const environment = productEnvironment({ database, mail, port, appUrl: url, dataDir: folder, secrets });
  process.env.E2E_ENVIRONMENT = JSON.stringify(environment);
  const env = { ...process.env, ...environment, REDIS_URL: '', NODE_ENV: 'production' as const };
  for (const [name, program] of Object.entries({ web: 'scripts/start.mjs', worker: 'dist/worker.mjs' })) {
    startProcess({ name, command: [process.execPath, program], env, logFile: `test-results/e2e-${name}.log` });
  }
  await waitUntilReady(`http://127.0.0.1:${port}/api/health/ready`, 60_000);
}

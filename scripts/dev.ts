// `npm run dev`: web and worker from their sources, started again as they change, on the same local services as the demo.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startLocalServices } from './local/start-local-services';
import { assertPortFree } from './processes/assert-port-free.mjs';
import { claimFolder } from './processes/claim-folder.mjs';
import { onTermination } from './processes/on-termination.mjs';
import { startProcess, stopAllProcesses } from './processes/start-process.mjs';

const root = join(import.meta.dirname, '..');
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const port = Number(process.env.PORT ?? 3000);
const dataDir = resolve(root, process.env.DATA_DIR ?? '.data');
const closers: (() => Promise<void>)[] = [];

const close = async () => {
  for (const closer of closers.splice(0).reverse()) await closer();
};
onTermination(close);
try {
  await claimFolder(join(dataDir, 'run'));
  await assertPortFree(port);
  await start();
} catch (error) {
  console.error((error as Error).message);
  await close();
  process.exitCode = 1;
}

async function start(): Promise<void> {
  closers.push(() => stopAllProcesses());
  await startProcess({ name: 'generate', command: [process.execPath, 'scripts/generate.mjs'], cwd: root }).exited;
  const services = await startLocalServices({ dataDir, port, log: console.log });
  closers.unshift(services.stop);
  console.log(`Mailbox: ${services.mailboxUrl}`);
  const programs = {
    web: ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
    worker: ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'src/worker/main.ts'],
  };
  const env = { ...process.env, ...services.environment, NODE_ENV: 'development' as const };
  const started = Object.entries(programs).map(([name, args]) =>
    startProcess({ name, command: [process.execPath, ...args], cwd: root, env, runFolder: join(dataDir, 'run') }),
  );
  const ended = await Promise.race(started.map(async (program) => ({ name: program.name, ...(await program.exited) })));
  if (ended.asked) return;
  throw new Error(`The ${ended.name} ended (${ended.signal ?? `exit code ${ended.code ?? 'unknown'}`}).`);
}

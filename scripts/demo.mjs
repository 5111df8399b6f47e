// `npm run demo`: the whole product on this machine. This part is plain Node, since no package may be there yet.
import { join, resolve } from 'node:path';
import { ensureDependencies } from './install/ensure-dependencies.mjs';
import { assertPortFree } from './processes/assert-port-free.mjs';
import { claimFolder } from './processes/claim-folder.mjs';

try {
  const settings = readSettings();
  const ended = await claimFolder(join(settings.dataDir, 'run'));
  if (ended.length) console.log(`Ended what an earlier run left behind: ${ended.join(', ')}.`);
  await assertPortFree(settings.port);
  ensureDependencies();
  const { register } = await import('tsx/esm/api');
  register();
  const { runDemo } = await import('./demo/run-demo.ts');
  await runDemo(settings);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function readSettings() {
  const { PORT = '3000', DATA_DIR = '.data', DEMO_RESET, DEMO_CREATORS = '0' } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${PORT}: it must be a number from 1 to 65535.`);
  }
  const reset = DEMO_RESET === '1';
  if (reset && process.env.DATABASE_URL) {
    throw new Error(
      'DEMO_RESET empties only the bundled database. Empty the one of DATABASE_URL yourself, or unset it.',
    );
  }
  return { port, dataDir: resolve(import.meta.dirname, '..', DATA_DIR), reset, creators: readCrowd(DEMO_CREATORS) };
}

function readCrowd(given) {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 0 && count <= 1_000_000) return count;
  throw new Error(`DEMO_CREATORS is ${given}: it must be a number from 0 to 1000000.`);
}

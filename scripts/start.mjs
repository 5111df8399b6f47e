// `npm run start`: the built web server, in this process. Next ends it on SIGTERM and SIGINT once open requests are answered.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const server = join(root, '.next', 'standalone', 'server.js');
/** A stream that nobody closes must not hold the process for ever; orchestrators kill after 30 s. */
const closingLimitMs = 25_000;

if (!existsSync(server)) {
  console.error('There is no build yet: run `npm run build` first.');
  process.exit(1);
}
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
process.env.NODE_ENV = 'production';
for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, () => setTimeout(() => process.exit(1), closingLimitMs).unref());
await import(pathToFileURL(server).href);

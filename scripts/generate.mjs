// Writes Prisma's client to src/generated/prisma when the schema or Prisma itself changed.
// `prisma generate` wants a schema engine that it would download: any executable satisfies it, since generating never runs it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schemaDir = join(root, 'prisma', 'schema');
const client = join(root, 'src', 'generated', 'prisma', 'client.ts');
const stampFile = join(root, 'src', 'generated', 'prisma.stamp');
const require = createRequire(import.meta.url);

const stamp = hashInputs();
if (!process.argv.includes('--force') && existsSync(client) && readStamp() === stamp) process.exit(0);

const run = spawnSync(process.execPath, [join(packageDir('prisma'), 'build', 'index.js'), 'generate', '--no-hints'], {
  cwd: root,
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  encoding: 'utf8',
});
if (run.status !== 0) {
  console.error(`The database client could not be generated:\n${run.stdout ?? ''}${run.stderr ?? run.error}`);
  process.exit(1);
}
mkdirSync(dirname(stampFile), { recursive: true });
writeFileSync(stampFile, stamp);
console.log('Database client generated.');

function hashInputs() {
  const hash = createHash('sha256').update(require('prisma/package.json').version);
  const files = readdirSync(schemaDir, { recursive: true }).map(String);
  for (const file of files.filter((name) => name.endsWith('.prisma')).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(schemaDir, file)));
  }
  return hash.digest('hex');
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
}

function packageDir(name) {
  return dirname(require.resolve(`${name}/package.json`));
}

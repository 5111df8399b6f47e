// Collects into dist/image what the container needs and nothing else: Next's standalone server, the bundled programs,
// the migrations, and those files of node_modules that the programs really load. Run after `npm run build`.
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Vercel's file tracer, which Next brings with it to make its standalone output. */
interface Tracer {
  nodeFileTrace: (files: string[], options: { base: string }) => Promise<{ fileList: Set<string> }>;
}

const root = join(import.meta.dirname, '..');
const image = join(root, 'dist', 'image');
const programs = ['dist/worker.mjs', 'dist/setup.mjs', 'dist/key.mjs', 'dist/db/migrate.mjs'];

await rm(image, { recursive: true, force: true });
await cp(join(root, '.next', 'standalone'), image, { recursive: true, verbatimSymlinks: true });
const { nodeFileTrace } = createRequire(import.meta.url)('next/dist/compiled/@vercel/nft') as Tracer;
const { fileList } = await nodeFileTrace(
  programs.map((file) => join(root, file)),
  { base: root },
);
// The tracer takes the data folder along, because a program names it.
const loaded = [...fileList].filter((file) => !file.startsWith('.data/'));
for (const file of [...loaded, 'prisma/migrations', 'package.json']) await collect(file);

async function collect(file: string): Promise<void> {
  const target = join(image, file);
  await mkdir(dirname(target), { recursive: true });
  await cp(join(root, file), target, { recursive: true, force: true, verbatimSymlinks: true });
}

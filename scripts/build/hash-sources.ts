import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const folders = ['src', 'public', 'prisma/schema', 'scripts/build', 'scripts/db'];
const files = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
  'scripts/setup.ts',
  'scripts/key.ts',
];

/** A digest of everything that a build is made of: another digest, another build. */
export async function hashSources(root: string): Promise<string> {
  const listed = await Promise.all(folders.map((folder) => listFolder(root, folder)));
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of [...files, ...listed.flat()].sort()) {
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function listFolder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(join('src', 'generated')));
}

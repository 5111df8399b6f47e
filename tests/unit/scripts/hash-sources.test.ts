import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from '../../../scripts/build/hash-sources';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rapport-sources-'));
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.ts', 'postcss.config.mjs']) {
    await writeFile(join(root, file), file);
  }
  for (const file of ['scripts/setup.ts', 'scripts/key.ts', 'src/app/page.tsx', 'src/generated/client.ts']) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file);
  }
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('the same sources have one digest, wherever they lie', async () => {
  const before = await hashSources(root);
  const elsewhere = `${root}-elsewhere`;
  await cp(root, elsewhere, { recursive: true });
  expect(await hashSources(elsewhere)).toBe(before);
  await rm(elsewhere, { recursive: true });
});

test.each([
  ['a source says something else', () => writeFile(join(root, 'src/app/page.tsx'), 'other')],
  ['a source has another name', () => rename(join(root, 'src/app/page.tsx'), join(root, 'src/app/home.tsx'))],
  ['a dependency has another version', () => writeFile(join(root, 'package-lock.json'), 'other')],
])('%s: the digest is another', async (_, change) => {
  const before = await hashSources(root);
  await change();
  expect(await hashSources(root)).not.toBe(before);
});

test('what the build itself generates does not count', async () => {
  const before = await hashSources(root);
  await writeFile(join(root, 'src/generated/client.ts'), 'other');
  expect(await hashSources(root)).toBe(before);
});

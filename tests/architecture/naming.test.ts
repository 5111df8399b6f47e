import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files';

const code = await listFiles(['src', 'scripts', 'tests'], /\.(ts|tsx|mjs|css)$/).then((files) =>
  files.filter((file) => !file.startsWith('src/generated/')),
);
const nameless = new Set(['lib', 'util', 'utils', 'helper', 'helpers', 'common', 'service', 'services', 'types']);

describe('names', () => {
  it('of files are kebab-case', () => {
    const odd = code.filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(file.split('/').at(-1)!),
    );
    expect(odd).toEqual([]);
  });

  it('of folders say what is inside', () => {
    const odd = code.filter((file) =>
      file
        .split('/')
        .slice(0, -1)
        .some((folder) => nameless.has(folder)),
    );
    expect(odd).toEqual([]);
  });
});

describe('files', () => {
  it('are no barrels', async () => {
    const barrels = [];
    for (const file of code.filter((path) => path.startsWith('src/')))
      if (/^export\s+(\*|\{[^}]*\})\s+from\b/m.test(await readFile(file, 'utf8'))) barrels.push(file);
    expect(barrels).toEqual([]);
  });

  it('switch a rule off only with a sentence that says why', async () => {
    const silent = [];
    for (const file of code) {
      const directives = (await readFile(file, 'utf8')).match(/eslint-disable.*/g) ?? [];
      if (file !== 'tests/architecture/naming.test.ts' && directives.some((line) => !/ -- \S+(\s+\S+){2,}/.test(line)))
        silent.push(file);
    }
    expect(silent).toEqual([]);
  });
});

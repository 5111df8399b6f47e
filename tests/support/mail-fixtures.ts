import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Stands beside the repository, not in it; tests that read it skip where it is not. */
const root = '../shared/fixtures';
export const noMailFixtures = !existsSync(join(root, 'email'));
export const noMailFixturesNote = '../shared/fixtures is not here';

/** Paths of all files below a folder of the fixtures whose names end so, sorted. */
export function fixtureFiles(folder: string, ending = ''): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && statSync(join(path, name)).isFile())
    .map((name) => `${folder}/${name}`)
    .sort();
}

export function readFixture(path: string): Buffer {
  return readFileSync(join(root, path));
}

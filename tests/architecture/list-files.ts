import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files under the given folders of the project whose path matches, with forward slashes, relative to the root. */
export async function listFiles(folders: string[], pattern: RegExp): Promise<string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return lists
    .flat()
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => pattern.test(path));
}

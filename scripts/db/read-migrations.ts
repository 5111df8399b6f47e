import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error';

export interface Migration {
  name: string;
  script: string;
  /** SHA-256 of the script in hex, as Prisma's own tool records it. */
  checksum: string;
}

/** The migrations of a folder in the order in which they apply. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  if (!existsSync(dir)) return [];
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(dir, name)));
}

async function readMigration(dir: string, name: string): Promise<Migration> {
  const file = join(dir, name, 'migration.sql');
  const script = await readFile(file, 'utf8').catch(() => null);
  if (script === null)
    throw new CommandError(`The migration ${name} has no migration.sql: write it or remove the folder.`);
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}

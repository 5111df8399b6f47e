import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error';
import { diffSchema } from './diff-schema';
import { migrate } from './migrate-database';
import { createScratchDatabase } from './scratch-database';

export interface WriteMigrationInput {
  /** Any database of the server: the work is done in a scratch database beside it. */
  ownerUrl: string;
  name: string;
  schemaDir: string;
  migrationsDir: string;
  now: Date;
}

/**
 * Writes the step from the migrations to the schema as a new migration and returns its file, or null when there is no
 * difference. Policies, triggers, functions, checks, expression and partial indexes are left alone: they are written by hand.
 */
export async function writeMigration(input: WriteMigrationInput): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]{1,60}$/.test(input.name)) {
    throw new CommandError(
      'A migration is named in lower case, digits and underscores: npm run db:new -- add_creator_tags',
    );
  }
  const scratch = await createScratchDatabase(input.ownerUrl);
  try {
    await migrate({ ownerUrl: scratch.ownerUrl, migrationsDir: input.migrationsDir });
    const script = await diffSchema(scratch.ownerUrl, input.schemaDir);
    return script ? await writeScript(input, script) : null;
  } finally {
    await scratch.drop();
  }
}

async function writeScript(input: WriteMigrationInput, script: string): Promise<string> {
  const timestamp = input.now.toISOString().replace(/\D/g, '').slice(0, 14);
  const dir = join(input.migrationsDir, `${timestamp}_${input.name}`);
  if (existsSync(dir)) throw new CommandError(`${dir} exists already.`);
  const lock = join(input.migrationsDir, 'migration_lock.toml');
  await mkdir(dir, { recursive: true });
  if (!existsSync(lock)) await writeFile(lock, 'provider = "postgresql"\n');
  await writeFile(join(dir, 'migration.sql'), script);
  return join(dir, 'migration.sql');
}

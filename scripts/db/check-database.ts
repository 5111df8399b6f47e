import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { CommandError } from './command-error';
import { connectOwner } from './connect-owner';
import { diffSchema } from './diff-schema';
import { findPending, readApplied } from './migrate-database';
import { migrationsDir, schemaDir, snapshotFile } from './paths';
import { readCatalogue } from './read-catalogue';
import { type Migration, readMigrations } from './read-migrations';

export interface CheckInput {
  ownerUrl: string;
  schemaDir?: string;
  migrationsDir?: string;
  snapshotFile?: string;
}

/** Compares schema, migrations and database, and returns what differs, readable; empty when they agree. */
export async function checkDatabase(input: CheckInput): Promise<string[]> {
  const client = await connectOwner(input.ownerUrl);
  try {
    const migrations = await readMigrations(input.migrationsDir ?? migrationsDir);
    const history = await compareHistory(client, migrations);
    // Behind or ahead of the migrations everything else differs too, and would hide the cause.
    if (history.length > 0) return history;
    const lines = await readCatalogue(client);
    return [
      ...describeDifference(await diffSchema(input.ownerUrl, input.schemaDir ?? schemaDir)),
      ...compareCatalogue(await readSnapshot(input.snapshotFile ?? snapshotFile), lines),
    ];
  } finally {
    await client.end();
  }
}

async function compareHistory(client: Client, migrations: Migration[]): Promise<string[]> {
  const applied = await readApplied(client);
  const pending = findPending(applied, migrations).map(({ name }) => name);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = applied.map(({ name }) => name).filter((name) => !known.has(name));
  return [
    ...pending.map((name) => `The migration ${name} has not run on this database: npm run db:migrate.`),
    ...unknown.map((name) => `The database has the migration ${name}, which is not in this version of the code.`),
  ];
}

function describeDifference(script: string): string[] {
  if (!script) return [];
  return [
    `The database is not what prisma/schema says (npm run db:new writes this as a migration):\n${indent(script.trim())}`,
  ];
}

async function readSnapshot(file: string): Promise<string[]> {
  if (!existsSync(file)) {
    throw new CommandError(`There is no ${file} to compare with: npm run db:check -- --write makes it.`);
  }
  return (await readFile(file, 'utf8')).split('\n').filter(Boolean);
}

/** Partitions are added as time goes by, so one more than in the snapshot is no difference. */
function compareCatalogue(expected: string[], actual: string[]): string[] {
  const inDatabase = new Set(actual);
  const inSnapshot = new Set(expected);
  const missing = expected.filter((line) => !inDatabase.has(line)).map((line) => `- ${line}`);
  const added = actual
    .filter((line) => !inSnapshot.has(line) && !line.startsWith('partition '))
    .map((line) => `+ ${line}`);
  if (missing.length + added.length === 0) return [];
  const lines = [...missing, ...added].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
  return [
    `What Prisma cannot see differs from prisma/catalogue.snapshot.txt (- expected, + found; if it is meant: npm run db:check -- --write):\n${indent(lines.join('\n'))}`,
  ];
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

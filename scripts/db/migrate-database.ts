import { randomUUID } from 'node:crypto';
import { runMigrations } from 'bullmq';
import type { Client, DatabaseError } from 'pg';
import { CommandError } from './command-error';
import { connectOwner } from './connect-owner';
import { migrationsDir } from './paths';
import { type Migration, readMigrations } from './read-migrations';

/** Session lock on the database: migrating processes take turns, and those that waited find nothing left to do. */
const MIGRATION_LOCK = 7267708;

export interface MigrateInput {
  /** Connects as the owner of the database; it need not be a superuser. */
  ownerUrl: string;
  log?: (line: string) => void;
  migrationsDir?: string;
}

/**
 * Brings a database to the newest schema, the queue's tables included, and returns the names it applied.
 * Safe to run twice and by several processes at once. Each migration commits together with its record in
 * `_prisma_migrations` (the form Prisma's own tool reads), so a failed or killed one leaves nothing behind and runs
 * again when it is corrected. Throws CommandError.
 */
export async function migrate(input: MigrateInput): Promise<string[]> {
  const migrations = await readMigrations(input.migrationsDir ?? migrationsDir);
  const client = await connectOwner(input.ownerUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await createHistory(client);
    const pending = findPending(await readApplied(client), migrations);
    for (const migration of pending) {
      await applyMigration(client, migration);
      input.log?.(`Applied ${migration.name}`);
    }
    await prepareQueue(client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

export interface AppliedMigration {
  name: string;
  checksum: string;
}

/** What has run on a database, oldest first. Throws when another tool left one unfinished. */
export async function readApplied(client: Client): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query(
    `select from pg_class where oid = to_regclass('public._prisma_migrations')`,
  );
  if (found.length === 0) return [];
  const { rows } = await client.query<AppliedMigration & { finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from public._prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  const unfinished = rows.find((row) => !row.finished);
  if (unfinished) {
    throw new CommandError(
      `Another tool began the migration ${unfinished.name} and did not finish it: look at what it did, then delete its row from _prisma_migrations to run it again.`,
    );
  }
  return rows;
}

/** The migrations that have still to run. Throws when one that ran was changed since. */
export function findPending(applied: AppliedMigration[], migrations: Migration[]): Migration[] {
  const checksums = new Map(applied.map((row) => [row.name, row.checksum]));
  const changed = migrations.find(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum);
  if (changed) {
    throw new CommandError(
      `The migration ${changed.name} was changed after it ran on this database: restore the file and write the change as a new migration (npm run db:new), or start with an empty database.`,
    );
  }
  return migrations.filter(({ name }) => !checksums.has(name));
}

/** In the form of Prisma's own tool, which works on the same database where its engine can be downloaded. */
async function createHistory(client: Client): Promise<void> {
  await client.query(`
    create table if not exists public._prisma_migrations (
      id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
      migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
      started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
}

async function applyMigration(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.script);
    await client.query(
      `insert into public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new CommandError(describeFailure(migration, error as DatabaseError), { cause: error });
  }
}

function describeFailure(migration: Migration, error: DatabaseError): string {
  const line = error.position ? migration.script.slice(0, Number(error.position)).split('\n').length : null;
  const place = line ? ` at line ${line}` : '';
  const within = line ? '' : error.where?.split('\n')[0];
  const detail = [error.detail, error.hint, within].filter(Boolean).join('; ');
  return `The migration ${migration.name} failed${place}: ${error.message}${detail ? ` (${detail})` : ''}. Nothing of it was kept: correct its migration.sql and run npm run db:migrate again.`;
}

/**
 * BullMQ keeps its tables in a schema of its own; the app may use them, not change them. It may create there, since
 * BullMQ makes a sequence with a queue's first bulk of jobs and drops it when the queue is obliterated.
 */
async function prepareQueue(client: Client): Promise<void> {
  await runMigrations(client, 'bullmq');
  await client.query(`
    do $$ begin
      if exists (select from pg_roles where rolname = 'rapport_app') then
        grant usage, create on schema bullmq to rapport_app;
        grant select, insert, update, delete on all tables in schema bullmq to rapport_app;
        grant usage, select on all sequences in schema bullmq to rapport_app;
      end if;
    end $$`);
}

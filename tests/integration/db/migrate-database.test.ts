import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker, createPostgresBackend } from 'bullmq';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectOwner } from '../../../scripts/db/connect-owner';
import { migrate } from '../../../scripts/db/migrate-database';
import { migrationsDir } from '../../../scripts/db/paths';
import { readMigrations } from '../../../scripts/db/read-migrations';
import { type TestDatabase, createEmptyDatabase } from '../../support/database';
import { query } from '../../support/query';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder';

const FIRST = '20260101000000_first/migration.sql';
const SECOND = '20260102000000_second/migration.sql';

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database.drop());

describe('the migrations of the product', () => {
  it('run once, by one of several processes at once, and never again', async () => {
    const names = (await readMigrations(migrationsDir)).map(({ name }) => name);
    const runs = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl: database.ownerUrl })));
    expect(runs.flat()).toEqual(names);
    expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual([]);
    const rows = await query<{ name: string }>(
      database.ownerUrl,
      'select migration_name as name from _prisma_migrations where finished_at is not null order by 1',
    );
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it('go on in another session after the last one that ran', async () => {
    const dir = await makeTemporaryFolder();
    const migrations = await readMigrations(migrationsDir);
    for (const { name, script } of migrations) {
      await writeFiles(dir, { [`${name}/migration.sql`]: script });
      expect(await migrate({ ownerUrl: database.ownerUrl, migrationsDir: dir })).toEqual([name]);
    }
  });

  it('let the app use the queue without owning it', async () => {
    await migrate({ ownerUrl: database.ownerUrl });
    const connection = new Pool({
      connectionString: database.appUrl,
      max: 4,
      options: '-c search_path=bullmq,public',
    });
    const done: string[] = [];
    const queue = new Queue('trial', { connection }, createPostgresBackend);
    const worker = new Worker(
      'trial',
      async (job) => void done.push(job.id ?? ''),
      { connection },
      createPostgresBackend,
    );
    await queue.add('one', {}, { jobId: 'effect-1', removeOnComplete: true });
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['effect-1']);
    const { rows } = await connection.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'bullmq'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows) {
      await expect(connection.query(`drop table bullmq."${name}"`)).rejects.toThrow('must be owner');
    }
    await worker.close();
    await queue.close();
    await connection.end();
  });
});

describe('a migration that fails', () => {
  it('says where, keeps nothing, and runs when it is corrected', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, {
      [FIRST]: 'create table kept (id int);',
      [SECOND]: 'create table gone (id int);\n\ninsert into gone\n  values (nonsense);',
    });
    const input = { ownerUrl: database.ownerUrl, migrationsDir: dir };
    await expect(migrate(input)).rejects.toThrow(
      /^The migration 20260102000000_second failed at line 4: column "nonsense" does not exist\. Nothing of it was kept: /,
    );
    expect(await listTables()).toEqual(['_prisma_migrations', 'kept']);
    await writeFiles(dir, { [SECOND]: 'create table gone (id int);' });
    expect(await migrate(input)).toEqual(['20260102000000_second']);
    expect(await listTables()).toEqual(['_prisma_migrations', 'gone', 'kept']);
  });

  it('leaves nothing when its connection is killed in the middle', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, { [FIRST]: 'create table late (id int); select pg_sleep(30);' });
    const input = { ownerUrl: database.ownerUrl, migrationsDir: dir };
    const failed = expect(migrate(input)).rejects.toThrow(/20260101000000_first failed/);
    const admin = await connectOwner(database.ownerUrl);
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`;
    while ((await admin.query(end)).rowCount === 0) await sleep(20);
    await admin.end();
    await failed;
    await writeFiles(dir, { [FIRST]: 'create table late (id int);' });
    expect(await migrate(input)).toEqual(['20260101000000_first']);
  });

  it('is refused when it was changed after it ran', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, { [FIRST]: 'create table kept (id int);' });
    await migrate({ ownerUrl: database.ownerUrl, migrationsDir: dir });
    await writeFiles(dir, { [FIRST]: 'create table kept (id bigint);' });
    await expect(migrate({ ownerUrl: database.ownerUrl, migrationsDir: dir })).rejects.toThrow(
      'The migration 20260101000000_first was changed after it ran on this database',
    );
  });

  it('is reported when another tool left it unfinished', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, { [FIRST]: 'create table kept (id int);' });
    await migrate({ ownerUrl: database.ownerUrl, migrationsDir: dir });
    await query(database.ownerUrl, 'update _prisma_migrations set finished_at = null');
    await expect(migrate({ ownerUrl: database.ownerUrl, migrationsDir: dir })).rejects.toThrow(
      'Another tool began the migration 20260101000000_first and did not finish it',
    );
  });
});

describe('a server that cannot be used', () => {
  it.each([
    ['postgresql://someone:secret@127.0.0.1:1/x', 'PostgreSQL does not answer at 127.0.0.1:1/x as someone'],
    ['mysql://someone:secret@127.0.0.1/x', 'has to begin with postgresql://'],
  ])('%s is one sentence without the password', async (ownerUrl, sentence) => {
    const error = await migrate({ ownerUrl }).catch((caught: Error) => caught);
    expect(String(error)).toContain(sentence);
    expect(String(error)).not.toContain('secret');
  });

  it('names a database that does not exist, and a wrong password', async () => {
    const url = new URL(database.ownerUrl);
    url.pathname = '/nowhere';
    await expect(migrate({ ownerUrl: url.href })).rejects.toThrow(/There is no such database at .*\/nowhere/);
    url.password = 'wrong';
    await expect(migrate({ ownerUrl: url.href })).rejects.toThrow(/refused the password/);
  });
});

async function listTables(): Promise<string[]> {
  const rows = await query<{ name: string }>(
    database.ownerUrl,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

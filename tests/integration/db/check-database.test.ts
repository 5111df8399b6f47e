import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../../scripts/db/check-database';
import { migrate } from '../../../scripts/db/migrate-database';
import { writeSnapshot } from '../../../scripts/db/write-snapshot';
import { type TestDatabase, createEmptyDatabase, createTestDatabase } from '../../support/database';
import { query } from '../../support/query';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder';

/** One for each kind of thing; the snapshot or the diff has to show every one of them. */
const CHANGES = [
  {
    what: 'a dropped policy',
    change: 'drop policy tenant on creator',
    found: '- policy tenant on creator: permissive for all to public',
  },
  {
    what: 'a policy that lets all through',
    change: 'alter policy tenant on brand using (true)',
    found: '+ policy tenant on brand: permissive for all to public using true',
  },
  {
    what: 'row security that is off',
    change: 'alter table thread disable row level security',
    found: '+ table thread: row security off and forced',
  },
  {
    what: 'row security that does not bind the owner',
    change: 'alter table message no force row level security',
    found: '- table message: row security enabled and forced',
  },
  {
    what: 'a changed function',
    change: 'create or replace function current_workspace() returns uuid language sql stable return null::uuid',
    found: '+ function current_workspace()',
  },
  {
    what: 'a function that no longer acts as its owner',
    change: 'alter function refuse_frozen_message() security definer',
    found: '+ function refuse_frozen_message(): returns trigger, plpgsql, volatile, security definer',
  },
  {
    what: 'a function that anybody may call',
    change: 'grant execute on procedure protect_tenant_table to public',
    found: '+ grant on function protect_tenant_table(IN name regclass): public may execute',
  },
  {
    what: 'a disabled trigger',
    change: 'alter table message disable trigger frozen',
    found: '+ trigger frozen on message: CREATE TRIGGER',
  },
  {
    what: 'a dropped check',
    change: 'alter table quote drop constraint quote_amount',
    found: '- constraint quote_amount on quote: CHECK',
  },
  { what: 'a dropped partial index', change: 'drop index effect_due', found: '- index effect_due on effect' },
  {
    what: 'a right too many',
    change: 'grant delete on domain_event to rapport_app',
    found: '+ grant on domain_event: rapport_app may delete, insert, select',
  },
  {
    what: 'a right on one column',
    change: 'grant update (type) on domain_event to rapport_app',
    found: '+ grant on domain_event.type: rapport_app may update',
  },
  {
    what: 'a missing column',
    change: 'alter table creator drop column legal_name',
    found: 'ALTER TABLE "creator" ADD COLUMN',
  },
  { what: 'a missing index', change: 'drop index creator_search_tsv', found: 'CREATE INDEX "creator_search_tsv"' },
];

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('checkDatabase', () => {
  it('finds that schema, migrations, snapshot and a migrated database agree', async () => {
    expect(await checkDatabase({ ownerUrl: database.ownerUrl })).toEqual([]);
  });

  it('finds each of many changes', async () => {
    await query(database.ownerUrl, ...CHANGES.map(({ change }) => change));
    const problems = (await checkDatabase({ ownerUrl: database.ownerUrl })).join('\n');
    for (const { what, found } of CHANGES) expect(problems, what).toContain(found);
  });

  it('names migrations that have not run, and those that the code does not know', async () => {
    const empty = await createEmptyDatabase();
    const behind = await checkDatabase({ ownerUrl: empty.ownerUrl }).finally(empty.drop);
    expect(behind.join('\n')).toMatch(/^The migration \w+ has not run on this database: npm run db:migrate\./);
    await query(
      database.ownerUrl,
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', '', '20990101000000_later', now())`,
    );
    expect(await checkDatabase({ ownerUrl: database.ownerUrl })).toEqual([
      'The database has the migration 20990101000000_later, which is not in this version of the code.',
    ]);
  });

  it('minds a missing partition and rights on one, not one more', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, {
      'migrations/20260101000000_first/migration.sql': `
        create table entry (id uuid primary key) partition by range (id);
        create table entry_1 partition of entry for values from (minvalue) to ('80000000-0000-0000-0000-000000000000');`,
      'schema/entry.prisma': `
        datasource db {
    provider = "postgresql"
  }
        model entry {
    id String @id @db.Uuid
  }`,
    });
    const paths = {
      migrationsDir: `${dir}/migrations`,
      schemaDir: `${dir}/schema`,
      snapshotFile: `${dir}/snapshot.txt`,
    };
    const empty = await createEmptyDatabase();
    const input = { ownerUrl: empty.ownerUrl, ...paths };
    await writeSnapshot(input);
    await migrate(input);
    const more = `create table entry_2 partition of entry for values from ('80000000-0000-0000-0000-000000000000') to (maxvalue)`;
    await query(empty.ownerUrl, more);
    expect(await checkDatabase(input)).toEqual([]);
    await query(empty.ownerUrl, 'grant select on entry_2 to rapport_app', 'drop table entry_1');
    const problems = (await checkDatabase(input).finally(empty.drop)).join('\n');
    expect(problems).toContain('+ grant on entry_2: rapport_app may select');
    expect(problems).toContain('- partition entry_1 of entry');
  });
});

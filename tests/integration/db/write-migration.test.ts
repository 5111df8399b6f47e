import { readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsDir, schemaDir } from '../../../scripts/db/paths';
import { writeMigration } from '../../../scripts/db/write-migration';
import { type TestDatabase, createEmptyDatabase } from '../../support/database';
import { query } from '../../support/query';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder';

const now = new Date('2026-02-03T04:05:06Z');
const SCHEMA = `
  datasource db {
    provider = "postgresql"
  }
  model creator {
    id    String @id @db.Uuid
    name  String
    stage String
    tsv   Unsupported("tsvector")? @default(dbgenerated())
    MORE
    @@index([name(ops: raw("gin_trgm_ops"))], type: Gin, map: "creator_name")
    @@index([tsv], type: Gin, map: "creator_tsv")
  }
  model entry {
    id String @id @db.Uuid
  }`;

/** All that is written by hand and that Prisma does not know. */
const BY_HAND = `
  create extension if not exists pg_trgm;
  create extension if not exists btree_gist;
  create table creator (
    id uuid primary key, name text not null, stage text not null,
    tsv tsvector generated always as (to_tsvector('simple', name)) stored,
    constraint known_stage check (stage in ('a', 'b')), constraint one_per_stage exclude using gist (stage with =, name with =));
  create index creator_name on creator using gin (name gin_trgm_ops);
  create index creator_tsv on creator using gin (tsv);
  create index creator_lower on creator (lower(name));
  create index creator_active on creator (name) where stage = 'a';
  create unique index creator_unique_active on creator (name) where stage = 'a';
  create index creator_collated on creator (name collate "C", (coalesce(stage, '')), id) where stage <> 'b';
  create table entry (id uuid primary key) partition by range (id);
  create table entry_all partition of entry default;
  alter table creator enable row level security;
  alter table creator force row level security;
  create policy tenant on creator using (true);
  create function touch() returns trigger language plpgsql security definer as $$ begin new.name := trim(new.name); return new; end $$;
  create trigger touched before insert on creator for each row execute function touch();
  create view names as select name from creator;
  create domain short_text as text check (length(value) < 10);
  create schema elsewhere;
  create table elsewhere.other (id int);`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

describe('writeMigration', () => {
  it('finds no difference between the schema and the migrations of the product', async () => {
    const input = { ownerUrl: database.ownerUrl, name: 'nothing', schemaDir, migrationsDir, now };
    expect(await writeMigration(input)).toBeNull();
  });

  it('leaves what is written by hand alone, and writes what the schema adds', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, {
      'migrations/20260101000000_first/migration.sql': BY_HAND,
      'schema/all.prisma': SCHEMA.replace('MORE', ''),
    });
    const input = { ownerUrl: database.ownerUrl, schemaDir: `${dir}/schema`, migrationsDir: `${dir}/migrations`, now };
    expect(await writeMigration({ ...input, name: 'nothing' })).toBeNull();

    await writeFiles(dir, { 'schema/all.prisma': SCHEMA.replace('MORE', 'note String?') });
    const file = await writeMigration({ ...input, name: 'add_note' });
    expect(file).toBe(`${dir}/migrations/20260203040506_add_note/migration.sql`);
    expect((await readFile(file ?? '', 'utf8')).trim()).toBe(
      '-- AlterTable\nALTER TABLE "creator" ADD COLUMN     "note" TEXT;',
    );
    expect(await writeMigration({ ...input, name: 'again' })).toBeNull();
  });

  it('refuses names that are none, and schemas that are not valid, and leaves no scratch database', async () => {
    const dir = await makeTemporaryFolder();
    await writeFiles(dir, {
      'schema/all.prisma': 'datasource db {\n provider = "postgresql"\n}\nmodel broken {\n id Strin @id\n}',
      'migrations/README': '',
    });
    const input = { ownerUrl: database.ownerUrl, schemaDir: `${dir}/schema`, migrationsDir: `${dir}/migrations`, now };
    await expect(writeMigration({ ...input, name: '../evil' })).rejects.toThrow('A migration is named in lower case');
    await expect(writeMigration({ ...input, name: 'fine' })).rejects.toThrow(/cannot be compared: .*Strin/s);
    expect(await readdir(`${dir}/migrations`)).toEqual(['README']);
    const left = await query(
      database.ownerUrl,
      `select from pg_database where datname like 'rapport_scratch_${process.pid}_%'`,
    );
    expect(left).toHaveLength(0);
  });
});

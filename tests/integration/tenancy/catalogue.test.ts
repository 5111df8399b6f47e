import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertBoundRole } from '@/platform/db/assert-bound-role';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pool } from '@/platform/db/pool';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase } from '../../support/context';

/** Tables that belong to no workspace. A new one is added here on purpose, or it has a workspace_id. */
const globalTables = [
  '_prisma_migrations',
  'app_user',
  'rate_limit',
  'session',
  'sign_in_link',
  'state_transition',
  'worker_heartbeat',
  'workspace',
];
/** Security enabled, not forced; behind definer functions only. */
const searchTables = ['creator_search', 'message_search'];

let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());

async function namesOf(query: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(query);
  return rows.map((row) => row.name);
}

describe('the catalogue, through the product’s own pool', () => {
  it('acts as a role that the policies bind', async () => {
    const { rows } = await pool().query<{ role: string }>('select current_user as role');
    expect(rows).toEqual([{ role: 'rapport_app' }]);
    await expect(assertBoundRole(pool())).resolves.toBeUndefined();
  });

  it('refuses the owner, who could see past them', async () => {
    const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    await expect(assertBoundRole(owner)).rejects.toThrow(/owns the table|is a superuser/);
    await owner.end();
  });

  it('knows every table without a workspace_id by name', async () => {
    const without = await namesOf(`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
      order by 1`);
    expect(without).toEqual(globalTables);
  });

  it('has row-level security enabled and forced, with a policy on the setting, on every tenant table', async () => {
    const unprotected = await namesOf(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (
          select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant' and p.polcmd = '*'
            and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%'
            and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.workspace_id%'))
      order by 1`);
    expect(unprotected).toEqual(searchTables);
  });

  it('lets no policy but tenant and own speak to the app role', async () => {
    const others = await namesOf(`
      select c.relname || '.' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polname not in ('tenant', 'own') and not p.polroles = array[(select oid from pg_roles where rolname = 'rapport_definer')]`);
    expect(others).toEqual([]);
  });

  it('gives the app role nothing on the search tables', async () => {
    for (const table of searchTables) {
      await expect(pool().query(`select from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('joins tenant tables by composite keys only', async () => {
    const single = await namesOf(`
      select k.conname as name from pg_constraint k
      join pg_attribute a on a.attrelid = k.confrelid and a.attname = 'workspace_id'
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and not exists (select from unnest(k.conkey, k.confkey) as pair(own, other)
          join pg_attribute o on o.attrelid = k.conrelid and o.attnum = pair.own and o.attname = 'workspace_id'
          join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.other and f.attname = 'workspace_id')`);
    expect(single).toEqual([]);
  });

  it('begins every unique key of a tenant table, but the id itself, with workspace_id', async () => {
    const loose = await namesOf(`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
      join pg_attribute w on w.attrelid = c.oid and w.attname = 'workspace_id'
      where i.indisunique and i.indkey[0] <> w.attnum and not (i.indisprimary and i.indnkeyatts = 1)`);
    expect(loose).toEqual([]);
  });

  it('never sets a key to null when what it refers to goes', async () => {
    const loosening = await namesOf(`select conname as name from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and confdeltype in ('n', 'd')`);
    expect(loosening).toEqual([]);
  });
});

describe('a row of another workspace', () => {
  it('is not seen, not changed, not referred to, not made', async () => {
    const [ours, theirs] = [await createTestWorkspace('Ours'), await createTestWorkspace('Theirs')];
    const creatorId = newId();
    await inWorkspace(ours.ctx(), (tx) =>
      tx.db.creator.create({
        data: {
          id: creatorId,
          rootId: creatorId,
          workspaceId: ours.id,
          displayName: 'Mia',
          foldedName: 'mia',
          sortName: 'mia',
          source: 'person',
        },
      }),
    );
    await inWorkspace(theirs.ctx(), async (tx) => {
      expect(await tx.db.creator.findMany()).toEqual([]);
      expect(await tx.rows(sql`select id from creator`)).toEqual([]);
      expect(await tx.execute(sql`update creator set display_name = 'x' where id = ${creatorId}::uuid`)).toBe(0);
      expect(await tx.execute(sql`delete from creator where id = ${creatorId}::uuid`)).toBe(0);
    });
    const tagIn = (workspaceId: string) =>
      inWorkspace(theirs.ctx(), (tx) =>
        tx.execute(sql`insert into tag (id, workspace_id, name) values (${newId()}::uuid, ${workspaceId}::uuid, 'x')`),
      );
    await expect(tagIn(ours.id)).rejects.toMatchObject({ code: '42501' });
    const child = inWorkspace(theirs.ctx(), (tx) =>
      tx.execute(sql`insert into quote (id, workspace_id, creator_id, kind, format, amount_minor, currency, quoted_on)
        values (${newId()}::uuid, ${theirs.id}::uuid, ${creatorId}::uuid, 'asked', 'reel', 100, 'EUR', '2026-01-01')`),
    );
    await expect(child).rejects.toMatchObject({ code: '23503' });
  });

  it('is not seen without a workspace, nor after one on the same connection', async () => {
    await createTestWorkspace('Third');
    const counts = await Promise.all(
      Array.from({ length: 30 }, () =>
        pool()
          .query<{ n: string }>('select count(*) as n from membership')
          .then(({ rows }) => rows[0]?.n),
      ),
    );
    expect(new Set(counts)).toEqual(new Set(['0']));
  });

  it('cannot be reached by a transaction inside another', async () => {
    const { ctx } = await createTestWorkspace('Fourth');
    await expect(inWorkspace(ctx(), () => inWorkspace(ctx(), () => Promise.resolve()))).rejects.toThrow(
      /inside inWorkspace/,
    );
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { refreshStatistics } from '@/features/imports/commands/refresh-statistics';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { fillCreators } from '../../../../scripts/fill/fill-creators';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { query } from '../../../support/query';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());

/** How many handles the database believes the workspace to have. */
async function believedHandles({ ctx }: TestWorkspace): Promise<number> {
  const rows = await inWorkspace(ctx(), (tx) => tx.rows<{ 'QUERY PLAN': string }>(sql`explain select from handle`));
  return Number(/rows=(\d+)/.exec(rows[0]!['QUERY PLAN'])![1]);
}

it('is asked for where the database takes a filled workspace for empty, and only there', async () => {
  const known = await createTestWorkspace();
  await fillCreators({ workspaceId: known.id, count: 2000 });
  await query(database.ownerUrl, 'alter table handle set (autovacuum_enabled = off)', 'analyze');
  const filled = await createTestWorkspace();
  await fillCreators({ workspaceId: filled.id, count: 1500 });
  expect(await believedHandles(filled)).toBeLessThan(100);
  const analyzed = () =>
    query(database.ownerUrl, `select last_analyze::text as at from pg_stat_user_tables where relname = 'handle'`);
  const before = await analyzed();
  await refreshStatistics(known.ctx());
  expect(await analyzed()).toEqual(before);
  await refreshStatistics(filled.ctx());
  expect(await believedHandles(filled)).toBeGreaterThan(1000);
});

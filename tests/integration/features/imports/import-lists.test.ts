import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { fixtures, noFixtures } from '../../../support/import-file';
import { importFixtureList, importList } from '../../../support/imports';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
});
beforeEach(async () => {
  workspace = await createTestWorkspace();
});
afterAll(() => database.close());

const count = async (table: 'creator' | 'handle_metric'): Promise<number> => {
  const statement = {
    creator: sql`select count(*) from creator`,
    handle_metric: sql`select count(*) from handle_metric`,
  };
  const [row] = await inWorkspace(workspace.ctx(), (tx) => tx.rows<{ count: number }>(statement[table]));
  return row!.count;
};

it('creates, and a second time changes nothing', async () => {
  const list =
    'Name,Instagram,Email,Followers,Country,Tags\nAnna,@anna.x,anna@example.com,12k,DE,"a, b"\nBob,@bob,,3000,FR,\n';
  expect(await importList(workspace.ctx(), list)).toMatchObject({
    state: 'completed',
    counts: { rows: 2, created: 2, rejected: 0 },
    progress: { done: 2, total: 2 },
  });
  expect(await importList(workspace.ctx(), list)).toMatchObject({ counts: { rows: 2, unchanged: 2 } });
});

const lists = noFixtures
  ? []
  : [
      ...readdirSync(`${fixtures}/creators`)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => `creators/${name}`),
      ...readdirSync(`${fixtures}/creators/hypeauditor_2022`).map((name) => `creators/hypeauditor_2022/${name}`),
      ...readdirSync(`${fixtures}/torture/csv_spectrum/csvs`).map((name) => `torture/csv_spectrum/csvs/${name}`),
    ];

// The lists of ../shared/fixtures stand beside the repository, not in it.
describe.skipIf(noFixtures)('the lists of the fixtures', () => {
  it.each(lists)('%s: every row is accounted for, and the file again changes nothing', async (path) => {
    const settings = { decimal: '.', dateOrder: 'mdy' };
    const first = await importFixtureList(workspace.ctx(), path, { settings });
    const { rows, ...outcomes } = first.counts;
    expect([first.state, first.failure]).toEqual(['completed', null]);
    expect(rows).toBe(first.progress.total);
    expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(rows);
    const before = [await count('creator'), await count('handle_metric')];
    const second = await importFixtureList(workspace.ctx(), path, { settings });
    expect(second.counts).toEqual({
      ...first.counts,
      created: 0,
      updated: 0,
      unchanged: rows - first.counts.rejected,
      skipped: 0,
    });
    expect([await count('creator'), await count('handle_metric')]).toEqual(before);
  });
});

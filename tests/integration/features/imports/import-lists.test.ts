import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
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

describe.skipIf(noFixtures)('a later month of a list', () => {
  const june = `${fixtures}/creators/hypeauditor_2022/social_media_influencers_instagram_june_2022_june_2022.csv`;

  /** Everyone has a tenth more followers; the last one is gone and somebody is new. */
  function writeJuly(): string {
    const [header = [], ...rows] = parse(readFileSync(june));
    const grown = rows.slice(0, -1).map((row) => {
      const count = String(Math.round(Number(row[5]) * 1.1));
      return row.map((cell, index) => (index === 4 || index === 5 ? count : cell));
    });
    const newcomer = header.map((_, index) => ['newcomer_of_july', 'Nova July', '', '', '1000', '1000'][index] ?? '');
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    return [header, ...grown, newcomer].map((row) => row.map(quote).join(',')).join('\n');
  }

  /** How many handles have how many readings of their followers, and whether they show July's. */
  const history = () =>
    inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<{ months: number; grown: boolean; handles: number }>(sql`
        select months, grown, count(*) as handles from (
          select count(*) as months, bool_and(h.followers = july.value) and min(m.value) < max(m.value) as grown
          from handle h join handle_metric m on m.handle_id = h.id and m.metric = 'followers'
          join handle_metric july on july.handle_id = h.id and july.metric = 'followers'
            and july.as_of = '2022-07-31T00:00:00Z'
          group by h.id) each
        group by months, grown order by months`),
    );

  it('updates everybody and keeps the readings of June; June again adds none', async () => {
    const settings = (asOf: string) => ({ settings: { decimal: '.', asOf } });
    const first = await importList(workspace.ctx(), readFileSync(june), settings('2022-06-30'));
    const people = await count('creator');
    const later = await importList(workspace.ctx(), writeJuly(), settings('2022-07-31'));
    expect(later.counts).toMatchObject({ created: 1, rejected: first.counts.rejected });
    expect(later.counts.updated).toBeGreaterThan(people * 0.95);
    expect(await count('creator')).toBe(people + 1);
    const both = [
      { months: 1, grown: false, handles: 1 },
      { months: 2, grown: true, handles: people - 1 },
    ];
    expect(await history()).toEqual(both);
    const again = await importList(workspace.ctx(), readFileSync(june), settings('2022-06-30'));
    expect(again.counts).toMatchObject({ created: 0, rejected: first.counts.rejected });
    expect(await history()).toEqual(both);
  });
});

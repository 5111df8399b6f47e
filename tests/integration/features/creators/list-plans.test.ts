import type { QueryResultRow } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilterCondition } from '@/features/creators/model/filter';
import { findCreators, type FindCreatorsInput } from '@/features/creators/queries/find-creators';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { analyzeTables } from '../../../../scripts/fill/analyze-tables';
import { fillCreators } from '../../../../scripts/fill/fill-creators';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { query } from '../../../support/query';

/** Enough that reading everyone is dearer than reading a page. */
const size = 20_000;
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  workspace = await createTestWorkspace();
  await fillCreators({ workspaceId: workspace.id, count: size, analyze: () => analyzeTables(database.ownerUrl) });
}, 300_000);
afterAll(() => database.close());

interface Plan {
  lines: string[];
  /** Rows of `creator` that were read and thrown away. */
  wasted: number;
}

/** How PostgreSQL carries out the page's statement, as the product's own role behind its policies. */
async function planOf(input: FindCreatorsInput): Promise<Plan> {
  let lines: string[] = [];
  await inWorkspace(workspace.ctx(), async (tx) => {
    const explaining = Object.assign(Object.create(tx) as Tx, {
      rows: async (query: Sql) => {
        if (!query.text.includes('with page as')) return tx.rows(query);
        const plan = await tx.rows<{ 'QUERY PLAN': string }>(sql`explain (analyze, costs off, timing off) ${query}`);
        lines = plan.map((row) => row['QUERY PLAN']);
        return [];
      },
    });
    await findCreators(explaining, input);
  });
  const removed = lines.map((line) => Number(/Rows Removed by Filter: (\d+)/.exec(line)?.[1] ?? 0));
  return { lines, wasted: Math.max(0, ...removed) };
}

const where = (...conditions: FilterCondition[]) => ({ combine: 'and' as const, conditions });
const stage: FilterCondition = { field: 'stage', operator: 'any_of', value: ['active'] };
const country: FilterCondition = { field: 'country', operator: 'any_of', value: ['DE'] };

describe('the list of 20,000', () => {
  it.each([
    ['name', {}, 'creator_by_name'],
    ['followers', {}, 'creator_by_followers'],
    ['engagementRate', {}, 'creator_by_engagement'],
    ['lastActivityAt', {}, 'creator_by_activity'],
    ['lastContactedAt', {}, 'creator_by_contact'],
    ['createdAt', {}, 'creator_by_created'],
    ['followers', { filter: where(stage) }, 'creator_by_stage'],
    ['followers', { filter: where(country) }, 'creator_by_country'],
  ] as const)('by %s %j is read from an index, no further than the page', async (sort, input, index) => {
    for (const direction of ['asc', 'desc'] as const) {
      const { lines, wasted } = await planOf({ ...input, sort, direction, limit: 50 });
      expect(lines.join('\n')).toContain(index);
      expect(lines.filter((line) => /Seq Scan on creator\b/.test(line))).toEqual([]);
      expect(wasted).toBeLessThan(200);
    }
  });

  it('begins a later page where the page before ended', async () => {
    for (const sort of ['name', 'followers', 'lastActivityAt', 'createdAt'] as const) {
      let cursor: string | undefined;
      for (let page = 0; page < 30; page += 1) {
        const found = await inWorkspace(workspace.ctx(), (tx) =>
          findCreators(tx, { sort, direction: 'desc', limit: 200, cursor }),
        );
        cursor = found.nextCursor ?? undefined;
      }
      const { lines, wasted } = await planOf({ sort, direction: 'desc', limit: 50, cursor });
      expect(lines.join('\n')).toMatch(/Index Cond: .*ROW\(/);
      expect(wasted).toBeLessThan(200);
    }
  });

  it('reads no more than a few thousand for filter and sort together, and for the rarest tag', async () => {
    const tags = await look<{ id: string }>(`select 'tag_' || replace(tag_id::text, '-', '') as id
      from creator_tag group by tag_id order by count(*) limit 1`);
    const filters = [
      where(stage, country),
      where({ field: 'followers', operator: 'between', value: { min: 10_000, max: 12_000 } }, country),
      where({ field: 'tags', operator: 'any_of', value: [tags[0]!.id] }),
      where({ field: 'text', operator: 'matches', value: 'anna' }),
    ];
    for (const filter of filters) {
      const { lines, wasted } = await planOf({ filter, sort: 'followers', direction: 'desc', limit: 50 });
      expect(lines.filter((line) => /Seq Scan on creator\b/.test(line))).toEqual([]);
      expect(wasted).toBeLessThan(4000);
    }
  });

  it('is the same after a second fill: who is there is passed over', async () => {
    const counts = () =>
      look(`select (select count(*) from creator) as creators, (select count(*) from domain_event) as events,
        (select count(*) from creator_search) as found`);
    const before = await counts();
    await fillCreators({ workspaceId: workspace.id, count: 500 });
    expect(await counts()).toEqual(before);
    expect(before).toMatchObject([{ creators: String(size), found: String(size) }]);
  });
});

const look = <Row extends object>(text: string) =>
  query<Row & QueryResultRow>(database.ownerUrl, `set app.workspace_id = '${workspace.id}'`, text);

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCreatorsRoute } from '@/features/creators/api/creator-list';
import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { tagCreators } from '@/features/creators/commands/tag-creators';
import type { FilterCondition, FilterGroup } from '@/features/creators/model/filter';
import { creatorSorts } from '@/features/creators/model/creator-sorts';
import { countCreators } from '@/features/creators/queries/count-creators';
import { findCreators, type FindCreatorsInput } from '@/features/creators/queries/find-creators';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import { inWorkspace } from '@/platform/db/in-workspace';
import { foldText } from '@/shared/identity/fold-name';
import { encodeId, newId } from '@/shared/ids';
import { fillCreators } from '../../../../scripts/fill/fill-creators';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, refusalOf } from '../../../support/creators';
import { holds } from '../../../support/meets-filter';

const day = new Date('2026-11-20T12:00:00Z');
let database: Awaited<ReturnType<typeof useTestDatabase>>;
/** 400 people of the crowd; read only. */
let crowd: TestWorkspace;
let all: CreatorRow[];
beforeAll(async () => {
  database = await useTestDatabase();
  crowd = await createTestWorkspace();
  await fillCreators({ workspaceId: crowd.id, count: 400, now: day });
  all = await walk(crowd, { limit: 200 });
});
afterAll(() => database.close());

const ctxOf = (workspace: TestWorkspace) => workspace.ctx('marketer', { now: day });
const find = (workspace: TestWorkspace, input: FindCreatorsInput) =>
  inWorkspace(ctxOf(workspace), (tx) => findCreators(tx, input));

/** Every page of a list, and between two of them whatever `meanwhile` does. */
async function walk(workspace: TestWorkspace, input: FindCreatorsInput, meanwhile?: () => Promise<unknown>) {
  const rows: CreatorRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await find(workspace, { ...input, cursor });
    rows.push(...page.data);
    cursor = page.nextCursor ?? undefined;
    await meanwhile?.();
  } while (cursor !== undefined);
  return rows;
}

const and = (...conditions: FilterGroup['conditions']): FilterGroup => ({ combine: 'and', conditions });
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);

describe('findCreators', () => {
  it('meets each creator of any filter once, in order, whatever the sort and the size of the page', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters(),
        fc.constantFrom(...creatorSorts),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 7, max: 200 }),
        // eslint-disable-next-line max-params -- what fast-check passes
        async (filter, sort, direction, limit) => {
          const rows = await walk(crowd, { filter, sort, direction, limit });
          expect(ids(rows).sort()).toEqual(ids(all.filter((row) => holds(filter, row))).sort());
          const keys = rows.map((row) => sortKeyOf(row, sort));
          expect(keys).toEqual([...keys].sort(direction === 'asc' ? compare : (a, b) => compare(b, a)));
          expect(await inWorkspace(ctxOf(crowd), (tx) => countCreators(tx, { filter }))).toEqual({
            value: rows.length,
            more: false,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('meets everyone who was there once while others are added', async () => {
    const workspace = await createTestWorkspace();
    for (let n = 0; n < 12; n += 1) await addCreator(workspace.ctx(), { displayName: `Same name ${n % 3}` });
    const before = ids(await walk(workspace, { limit: 200 }));
    for (const sort of creatorSorts) {
      const rows = await walk(workspace, { sort, limit: 2 }, () =>
        addCreator(workspace.ctx(), { displayName: `Same name ${Math.floor(Math.random() * 4)}` }),
      );
      expect(new Set(ids(rows)).size).toBe(rows.length);
      expect(ids(rows)).toEqual(expect.arrayContaining(before));
    }
  });

  it('shows a merged group as one, found by what any of them has', async () => {
    const workspace = await createTestWorkspace();
    const ctx = workspace.ctx();
    const stays = await addCreator(ctx, { displayName: 'Ann', handles: [{ platform: 'instagram', name: 'ann' }] });
    const goes = await addCreator(ctx, { displayName: 'Anna', handles: [{ platform: 'tiktok', name: 'ann.tok' }] });
    await inWorkspace(ctx, async (tx) => {
      await tagCreators(tx, { creatorIds: [goes], add: ['vip'] });
      await mergeCreators(tx, { survivorId: stays, mergedIds: [goes] });
    });
    const [only, ...others] = await walk(workspace, { limit: 50 });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: encodeId('creator', stays), tags: [{ name: 'vip' }] });
    expect(only?.handles.map((handle) => handle.platform).sort()).toEqual(['instagram', 'tiktok']);
    const conditions: FilterCondition[] = [
      { field: 'platform', operator: 'any_of', value: ['tiktok'] },
      { field: 'handle', operator: 'is', value: '@ANN.tok' },
      { field: 'tags', operator: 'any_of', value: [only!.tags[0]!.id] },
      { field: 'tags', operator: 'is_not_empty' },
    ];
    for (const condition of conditions) {
      expect(await walk(workspace, { filter: and(condition), limit: 50 })).toHaveLength(1);
      const none = { combine: 'or', conditions: [condition] } satisfies FilterGroup;
      expect(await walk(workspace, { filter: and(none, condition), limit: 50 })).toHaveLength(1);
    }
    const without = and({ field: 'tags', operator: 'none_of', value: [only!.tags[0]!.id] });
    expect(await walk(workspace, { filter: without, limit: 50 })).toEqual([]);
  });

  it('leaves archived creators out until they are asked for', async () => {
    const workspace = await createTestWorkspace();
    const id = await addCreator(workspace.ctx(), { displayName: 'Gone' });
    await addCreator(workspace.ctx(), { displayName: 'Here' });
    await inWorkspace(workspace.ctx(), (tx) => archiveCreators(tx, { creatorIds: [id] }));
    const names = async (filter?: FilterGroup) =>
      (await walk(workspace, { filter, limit: 50 })).map((row) => row.displayName);
    expect(await names()).toEqual(['Here']);
    expect(await names(and({ field: 'archived', operator: 'is', value: true }))).toEqual(['Gone']);
    expect(await find(workspace, { q: 'gone', limit: 5 })).toMatchObject({ data: [] });
  });

  it('refuses cursors of other lists and hostile ones', async () => {
    const { nextCursor } = await find(crowd, { sort: 'followers', direction: 'desc', limit: 5 });
    const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const hostile = [
      nextCursor!,
      '',
      'x'.repeat(2000),
      forged(['-followers', "1'; drop table creator;--", newId()]),
      forged(['followers', '99999999999999999999', newId()]),
      forged(['followers', '1', 'not-a-uuid']),
      forged({ length: 3 }),
    ];
    for (const cursor of hostile) {
      const refusal = await refusalOf(find(crowd, { sort: 'followers', direction: 'asc', limit: 5, cursor }));
      expect(refusal.details.reason).toBe('invalid_cursor');
    }
  });

  it('hides addresses and fees from who does not see them', async () => {
    const blind = crowd.ctx('viewer', { now: day, fields: { money: false, personal: false } });
    const page = await inWorkspace(blind, (tx) => findCreators(tx, { limit: 50 }));
    expect(page.data.every((row) => row.primaryEmail === null)).toBe(true);
    const filter = and({ field: 'quoteAmount', operator: 'between', value: { currency: 'EUR' } });
    const refusal = await refusalOf(inWorkspace(blind, (tx) => findCreators(tx, { filter, limit: 5 })));
    expect(refusal).toMatchObject({ code: 'forbidden', details: { reason: 'hidden_field' } });
  });

  it('shows another workspace nothing', async () => {
    const stranger = await createTestWorkspace();
    const filter = and({
      field: 'tags',
      operator: 'any_of',
      value: all.flatMap((row) => row.tags.map((tag) => tag.id)),
    });
    expect(await find(stranger, { limit: 200 })).toEqual({ data: [], nextCursor: null });
    expect(await find(stranger, { q: 'anna', limit: 200 })).toMatchObject({ data: [] });
    expect(await find(stranger, { filter, limit: 200 })).toMatchObject({ data: [] });
  });

  it('answers over the API, and unreadable input with what is wrong', async () => {
    const key = await crowd.createKey();
    const ask = (query: Record<string, string>) =>
      callRoute(findCreatorsRoute, { key, query: `?${new URLSearchParams(query).toString()}` });
    const filter = JSON.stringify(and({ field: 'country', operator: 'any_of', value: ['DE'] }));
    const { body } = await ask({ filter, sort: '-followers', limit: '3' });
    expect(body.data).toHaveLength(3);
    expect((body.data as CreatorRow[]).map((row) => row.country)).toEqual(['DE', 'DE', 'DE']);
    expect((await ask({ filter, sort: '-followers', limit: '3', cursor: body.nextCursor })).status).toBe(200);
    const refused: Record<string, string>[] = [
      { filter: '{' },
      { filter: '{"combine":"and"}' },
      { sort: 'password' },
      { limit: '201' },
      { x: '1' },
    ];
    for (const query of refused) expect((await ask(query)).body).toMatchObject({ status: 422, code: 'invalid_input' });
  });
});

/** Filters over what a row shows, so that `holds` can judge them. */
function filters(): fc.Arbitrary<FilterGroup> {
  const some = (values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
  const choice = <Field extends string>(field: Field, values: string[]) =>
    fc.record({ field: fc.constant(field), operator: fc.constantFrom('any_of', 'none_of'), value: some(values) });
  const condition = fc.oneof(
    choice('stage', ['prospect', 'contacted', 'active', 'declined']),
    choice('country', ['DE', 'GB', 'JP', 'NG', 'XX']),
    choice('platform', ['instagram', 'tiktok', 'youtube', 'blog']),
    choice(
      'owner',
      Object.values(crowd.members).map((member) => encodeId('membership', member.membershipId)),
    ),
    fc.record({
      field: fc.constant('tags'),
      operator: fc.constantFrom('any_of', 'all_of', 'none_of'),
      value: some([...new Set(all.flatMap((row) => ids(row.tags)))]),
    }),
    fc.record({
      field: fc.constant('languages'),
      operator: fc.constantFrom('any_of', 'all_of', 'none_of'),
      value: some(['en', 'de', 'fr']),
    }),
    fc.record({
      field: fc.constantFrom('followers'),
      operator: fc.constantFrom('at_least', 'at_most'),
      value: fc.integer({ min: 0, max: 500_000 }),
    }),
    fc.record({
      field: fc.constantFrom('followers', 'engagementRate', 'tags', 'city', 'owner', 'lastContactedAt', 'email'),
      operator: fc.constantFrom('is_empty', 'is_not_empty'),
    }),
    fc.record({
      field: fc.constantFrom('lastContactedAt', 'lastActivityAt', 'createdAt'),
      operator: fc.constantFrom('within_last', 'not_within_last'),
      value: fc.constantFrom('P30D', 'P6M', 'P1Y', 'PT1H'),
    }),
    fc.record({
      field: fc.constantFrom('displayName', 'city'),
      operator: fc.constantFrom('is', 'is_not', 'contains', 'starts_with'),
      value: fc.constantFrom('an', 'MÜ', 'berlin', '%', '_', '\\', "'"),
    }),
    fc.record({
      field: fc.constantFrom('hasEmail', 'doNotContact'),
      operator: fc.constant('is'),
      value: fc.boolean(),
    }),
  ) as fc.Arbitrary<FilterCondition>;
  const combine = fc.constantFrom('and' as const, 'or' as const);
  const inner = fc.record({ combine, conditions: fc.array(condition, { maxLength: 3 }) });
  return fc.record({ combine, conditions: fc.array(fc.oneof(condition, inner), { minLength: 1, maxLength: 4 }) });
}

function sortKeyOf(row: CreatorRow, sort: (typeof creatorSorts)[number]): string | number {
  if (sort === 'name') return foldText(row.displayName);
  return row[sort] ?? (sort === 'followers' || sort === 'engagementRate' ? -1 : '');
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b);
}

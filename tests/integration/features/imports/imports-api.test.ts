import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCreatorsRoute } from '@/features/creators/api/creator-list';
import {
  findImportRowsRoute,
  findImportsRoute,
  getImportReportRoute,
  getImportRoute,
  startImportRoute,
  undoImportRoute,
} from '@/features/imports/api/import-routes';
import type { ImportRow } from '@/features/imports/schemas/import';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { work } from '../../../support/imports';
import { postList } from '../../../support/upload-list';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let key: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
beforeEach(async () => {
  workspace = await createTestWorkspace();
  key = await workspace.createKey();
});
afterAll(() => database.close());

const get = async (route: typeof getImportRoute, params = {}, query = '') =>
  (await callRoute(route, { key, params, query })).body;

/** Every page of the rows. */
async function pageRows(id: string, query: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let cursor = ''; ;) {
    const page = await get(findImportRowsRoute, { id }, `?${query}${cursor && `&cursor=${cursor}`}`);
    rows.push(...page.data);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

async function namesOfThoseMadeBy(id: string): Promise<string[]> {
  const filter = { combine: 'and', conditions: [{ field: 'import', operator: 'is', value: id }] };
  const page = await get(findCreatorsRoute, {}, `?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  return (page.data as { displayName: string }[]).map((one) => one.displayName).sort();
}

async function reportOf(id: string): Promise<string> {
  const request = new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } });
  const response = await getImportReportRoute.handler(request, { params: Promise.resolve({ id }) });
  expect(response.headers.get('content-type')).toContain('text/csv');
  return response.text();
}

describe('the way of a list through the API', () => {
  it('is posted, polled, paged, its rejected rows mended and posted again', async () => {
    const people = Array.from({ length: 7 }, (_, n) => `Person ${n},@person${n},${n}k,p${n}@example.com\n`).join('');
    const content = `Name,Instagram,Followers,Email\n${people},,12,\n,@no good!,,\n`;
    const accepted = await postList({ key, content });
    expect(accepted).toMatchObject({ status: 202, body: { state: 'running' } });
    const { id } = accepted.body;
    expect(await get(getImportRoute, { id })).toMatchObject({ state: 'running', progress: { done: 0, total: 9 } });
    await work();
    expect(await get(getImportRoute, { id })).toMatchObject({
      state: 'completed',
      counts: { rows: 9, created: 7, updated: 0, unchanged: 0, skipped: 0, rejected: 2 },
    });
    const rows = await pageRows(id, 'limit=2');
    expect(rows.map((row) => row.rowNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await pageRows(id, 'limit=1&outcome=rejected')).toEqual(rows.slice(7));
    expect(rows[7]).toMatchObject({ lineNumber: 9, reason: 'no_identity', creatorId: null });

    const report = await reportOf(id);
    expect(report.split(/\r?\n/)[0]).toMatch(/^\uFEFF?Name,Instagram,Followers,Email,Reason,Line$/);
    const mended = report.replace('\r\n,,12,', '\r\nMended,,12,').replace('@no good!', '@very.good');
    expect(mended).not.toBe(report);
    const again = await postList({ key, content: mended, name: 'mended.csv' });
    expect(again.status).toBe(202);
    await work();
    expect((await get(getImportRoute, { id: again.body.id })).counts).toMatchObject({ rows: 2, created: 2 });
    expect((await get(findImportsRoute)).data).toMatchObject([{ fileName: 'mended.csv' }, { fileName: 'list.csv' }]);
    expect((await get(findCreatorsRoute)).data).toHaveLength(9);
    expect(await namesOfThoseMadeBy(again.body.id)).toEqual(['Mended', 'very.good']);
    expect(await namesOfThoseMadeBy(id)).toHaveLength(7);
    expect((await callRoute(undoImportRoute, { key, params: { id: again.body.id } })).status).toBe(200);
    await work();
    expect((await get(findCreatorsRoute)).data).toHaveLength(7);
  });

  it('is only tried when that is asked for, and then started', async () => {
    const content = 'Name,Instagram\nAnn,@ann\n,\n';
    const { body } = await postList({ key, content, fields: { dryRun: 'true' } });
    expect(body.state).toBe('dry_run');
    await work();
    expect(await get(getImportRoute, body)).toMatchObject({
      counts: { rows: 0 },
      expected: { complete: true, counts: { rows: 2, created: 1, rejected: 1 } },
    });
    expect((await get(findCreatorsRoute)).data).toEqual([]);
    expect((await callRoute(startImportRoute, { key, params: body })).body.state).toBe('running');
    await work();
    expect(await get(getImportRoute, body)).toMatchObject({ state: 'completed', counts: { created: 1 } });
  });

  it('is refused with the choices where it can be read in two ways, and taken with the answer', async () => {
    const content = 'Name,Birthday\nAnn,03/04/1990\nBob,05/06/1991\n';
    const asked = await postList({ key, content });
    expect(asked).toMatchObject({
      status: 422,
      body: { reason: 'ambiguous', ambiguities: [{ setting: 'dateOrder', columns: ['Birthday'] }] },
    });
    const [choice] = asked.body.ambiguities[0].choices;
    expect((await postList({ key, content, fields: { dateOrder: choice } })).status).toBe(202);
    const types = { mapping: '{"Birthday":"custom:Party"}', customTypes: '{"Birthday":"text"}' };
    const { body } = await postList({ key, content, fields: types });
    expect((await get(getImportRoute, body)).columns[1]).toMatchObject({ target: 'custom:Party', customType: 'text' });
    expect(await postList({ key, content, fields: { dateOrder: 'dym' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'dateOrder' }] },
    });
    expect(await postList({ key, content, fields: { mapping: '{"Nmae":"displayName"}' } })).toMatchObject({
      status: 422,
      body: { reason: 'unknown_column' },
    });
  });
});

describe('an Idempotency-Key', () => {
  const content = 'Name,Instagram\nAnn,@ann\n';
  const once = (more = {}) => postList({ key, content, headers: { 'idempotency-key': 'june' }, ...more });

  it('makes one import of a list that is sent twice, also at once', async () => {
    const answers = await Promise.all([once(), once()]);
    const later = await once();
    expect(later.status).toBe(202);
    for (const { status, body } of answers) {
      if (status === 202) expect(body).toEqual(later.body);
      else expect([status, body.code]).toEqual([409, 'conflict']);
    }
    expect((await get(findImportsRoute)).data).toHaveLength(1);
  });

  it('is refused for another list, another name or other answers', async () => {
    expect((await once()).status).toBe(202);
    for (const other of [{ content: `${content}Bob,@bob\n` }, { name: 'july.csv' }, { fields: { dryRun: 'true' } }])
      expect(await once(other)).toMatchObject({ status: 409, body: { reason: 'idempotency_key_reused' } });
    expect((await get(findImportsRoute)).data).toHaveLength(1);
  });

  it('is free again after a refusal', async () => {
    expect((await once({ content: 'Name,Birthday\nAnn,03/04/1990\n' })).status).toBe(422);
    expect((await once()).status).toBe(202);
  });
});

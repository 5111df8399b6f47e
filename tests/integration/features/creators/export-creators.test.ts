import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportFileResponse } from '@/features/creators/api/export-file';
import {
  cancelExportRoute,
  createExportRoute,
  getExportFileRoute,
  getExportRoute,
} from '@/features/creators/api/export-routes';
import { cancelExport } from '@/features/creators/commands/cancel-export';
import { createCustomField } from '@/features/creators/commands/create-custom-field';
import { createExport } from '@/features/creators/commands/create-export';
import { advanceExport } from '@/features/creators/commands/advance-export';
import { getExport } from '@/features/creators/queries/get-export';
import { createExportSchema, exportColumns } from '@/features/creators/schemas/export';
import { writeExport } from '@/features/creators/subscribers/write-export';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { currentConnection } from '@/platform/db/prisma';
import { createWorkerContext } from '@/platform/events/worker-context';
import { decodeId, encodeId } from '@/shared/ids';
import { fillCreators } from '../../../../scripts/fill/fill-creators';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';
import { work } from '../../../support/imports';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
});
beforeEach(async () => {
  workspace = await createTestWorkspace();
});
afterAll(() => database.close());

const everyone = { selection: {} };

async function ask(ctx: Context, input: Record<string, unknown>): Promise<string> {
  const parsed = createExportSchema.parse({ creators: everyone, format: 'csv', ...input });
  return inWorkspace(ctx, (tx) => createExport(tx, parsed));
}

async function download(key: string, id: string): Promise<{ response: Response; bytes: Buffer }> {
  const request = new Request(`http://localhost/api/v1/exports/${id}/file`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const response = await getExportFileRoute.handler(request, { params: Promise.resolve({ id }) });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Asks by the API, lets the worker run, downloads. */
async function exported(input: Record<string, unknown>) {
  const key = await workspace.createKey();
  const asked = await callRoute(createExportRoute, { key, body: { creators: everyone, format: 'csv', ...input } });
  expect(asked).toMatchObject({ status: 202, body: { state: 'pending', done: 0, fileName: null } });
  await work();
  const { id } = asked.body;
  const { body } = await callRoute(getExportRoute, { key, params: { id } });
  return { key, id, state: body, ...(await download(key, id)) };
}

const rowsOf = (bytes: Buffer) => parse<Record<string, string>>(bytes, { bom: true, columns: true });

describe('an export', () => {
  it('holds everyone of the list once, in its columns, as a file that spreadsheets read', async () => {
    await fillCreators({ workspaceId: workspace.id, count: 2300 });
    const { state, response, bytes } = await exported({});
    expect(state).toMatchObject({ state: 'completed', rows: 2300, done: 2300, failure: null });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    const rows = rowsOf(bytes);
    expect(new Set(rows.map((row) => row['Rapport id'])).size).toBe(2300);
    expect(Object.keys(rows[0]!)).toHaveLength(exportColumns.length);
    expect(rows.filter((row) => row['Country'] === 'DE').length).toBeGreaterThan(200);
  });

  it('follows filter, order of columns and exceptions', async () => {
    const [berlin] = await Promise.all([
      addCreator(workspace.ctx(), { displayName: 'Berta', city: 'Berlin' }),
      addCreator(workspace.ctx(), { displayName: 'Bert', city: 'Berlin' }),
      addCreator(workspace.ctx(), { displayName: 'Paul', city: 'Paris' }),
    ]);
    const filter = { combine: 'and', conditions: [{ field: 'city', operator: 'is', value: 'berlin' }] };
    const creators = { selection: { filter }, except: [encodeId('creator', berlin)] };
    const { bytes } = await exported({ creators, columns: ['city', 'displayName'] });
    expect(bytes.toString()).toBe('\uFEFFCity,Name\r\nBerlin,Bert\r\n');
    const byId = await exported({ creators: { ids: [encodeId('creator', berlin)] }, columns: ['displayName'] });
    expect(rowsOf(byId.bytes)).toEqual([{ Name: 'Berta' }]);
  });

  it.each(['csv', 'xlsx'])('makes no cell of a %s a formula, and breaks at no character', async (format) => {
    const names = ['=cmd|calc', '+1', '@sum(A1)', '-2+3', 'a "b", c;\nd', 'Zoë 🔥 مريم', '\t=1', 'plain'];
    const field = await inWorkspace(workspace.ctx(), (tx) => createCustomField(tx, { label: 'Say', type: 'text' }));
    for (const [n, displayName] of names.entries())
      await addCreator(workspace.ctx(), {
        displayName: `${n}`,
        custom: { [encodeId('customField', field)]: displayName },
      });
    const { bytes } = await exported({ format, columns: ['displayName', encodeId('customField', field)] });
    const said = format === 'csv' ? rowsOf(bytes).map((row) => row['Say']!) : await sheetOf(bytes);
    expect(said).toHaveLength(names.length);
    expect(said.filter((text) => /^\s*[=@+-]/.test(text) && !/^[+-]?\d+$/.test(text))).toEqual([]);
    expect(said.join()).toContain("'=cmd|calc");
    expect(said.join()).toContain('Zoë 🔥 مريم');
  });

  it('is of the one who asked: nobody else sees it, not even in the workspace', async () => {
    await addCreator(workspace.ctx());
    const { id } = await exported({});
    const other = await workspace.createKey();
    const stranger = await (await createTestWorkspace()).createKey();
    for (const key of [other, stranger]) {
      expect((await callRoute(getExportRoute, { key, params: { id } })).status).toBe(404);
      expect((await callRoute(cancelExportRoute, { key, params: { id } })).status).toBe(404);
      expect((await download(key, id)).response.status).toBe(404);
    }
    expect(await eventsOf(workspace.ctx(), 'export.downloaded')).toHaveLength(1);
  });

  it('holds no address for who sees none, and what "me" meant', async () => {
    const mine = workspace.ctx('marketer', { fields: { money: false, personal: false } });
    const ownerId = encodeId('membership', workspace.members.marketer.membershipId);
    await addCreator(workspace.ctx(), { displayName: 'Mine', ownerId, emails: [{ address: 'm@example.com' }] });
    await addCreator(workspace.ctx(), { displayName: 'Other' });
    const filter = { combine: 'and', conditions: [{ field: 'owner', operator: 'any_of', value: ['me'] }] };
    const id = await ask(mine, { creators: { selection: { filter } }, columns: ['displayName', 'primaryEmail'] });
    await work();
    const file = Buffer.from(await (await exportFileResponse(mine, id)).arrayBuffer());
    expect(rowsOf(file)).toEqual([{ Name: 'Mine', 'E-mail': '' }]);
  });

  it('is cancelled before it began and while it is written, and nothing is kept of it', async () => {
    await addCreator(workspace.ctx());
    const ctx = workspace.ctx();
    const early = await ask(ctx, {});
    await inWorkspace(ctx, (tx) => cancelExport(tx, { id: early }));
    await inWorkspace(ctx, (tx) => cancelExport(tx, { id: early }));
    const late = await ask(ctx, {});
    await runWith(late, async () => {
      await inWorkspace(ctx, (tx) => cancelExport(tx, { id: late }));
    });
    await work();
    for (const id of [early, late])
      expect(await inWorkspace(ctx, (tx) => getExport(tx, id))).toMatchObject({ state: 'cancelled', fileName: null });
    expect(await eventsOf(ctx, 'export.cancelled')).toHaveLength(2);
    expect(await eventsOf(ctx, 'file.stored')).toEqual([]);
    expect(await inWorkspace(ctx, (tx) => advanceExport(tx, late, { rowsDone: 1 }))).toBe(false);
  });

  it('is written again from the beginning after a crash, and entered once', async () => {
    for (const displayName of ['A', 'B', 'C']) await addCreator(workspace.ctx(), { displayName });
    const ctx = workspace.ctx();
    const id = await ask(ctx, {});
    await expect(runWith(id, () => Promise.reject(new Error('killed here')))).rejects.toThrow('killed here');
    await work();
    await runWith(id, () => Promise.resolve());
    expect(await inWorkspace(ctx, (tx) => getExport(tx, id))).toMatchObject({ state: 'completed', rows: 3, done: 3 });
    expect(await eventsOf(ctx, 'export.completed')).toHaveLength(1);
    expect(await eventsOf(ctx, 'file.stored')).toHaveLength(1);
  });

  it('refuses columns there are not, finished ones to cancel, files that are not there', async () => {
    await addCreator(workspace.ctx());
    const { key, id } = await exported({});
    const refused = await callRoute(createExportRoute, {
      key,
      body: { creators: everyone, format: 'csv', columns: [`fld_${'0'.repeat(32)}`] },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect((await callRoute(cancelExportRoute, { key, params: { id } })).status).toBe(409);
    const asked = await callRoute(createExportRoute, { key, body: { creators: everyone, format: 'xlsx' } });
    expect((await download(key, asked.body.id)).response.status).toBe(409);
    const missing = refusalOf(inWorkspace(workspace.ctx(), (tx) => getExport(tx, decodeId('export', id))));
    expect((await missing).code).toBe('not_found');
  });

  it('of the same people is the same file', async () => {
    await addCreator(workspace.ctx());
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash((await exported({})).bytes)).toBe(hash((await exported({})).bytes));
  });
});

/** Runs the subscriber as the worker would, with something happening elsewhere when its first batch begins. */
async function runWith(id: string, happening: () => Promise<void>): Promise<void> {
  let renewed = 0;
  const renew = async () => {
    renewed += 1;
    if (renewed === 2) await currentConnection().exit(happening);
  };
  const effect = { event: { subjectId: id } } as Parameters<typeof writeExport.run>[1];
  const ctx = createWorkerContext({ workspaceId: workspace.id, now: new Date() });
  await writeExport.run(ctx, effect, { signal: new AbortController().signal, renew });
}

async function sheetOf(bytes: Buffer): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const said: string[] = [];
  workbook.worksheets[0]!.eachRow((row, n) => {
    const { value } = row.getCell(2);
    expect(typeof value).toBe('string');
    if (n > 1) said.push(value as string);
  });
  return said;
}

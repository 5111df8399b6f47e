import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createExportRoute, getExportFileRoute } from '@/features/creators/api/export-routes';
import { findNotesRoute } from '@/features/creators/api/note-routes';
import { getCreatorRoute } from '@/features/creators/api/creator-routes';
import { findImportRowsRoute, getImportReportRoute, getImportRoute } from '@/features/imports/api/import-routes';
import { MAX_FILE_BYTES, MAX_SHARED_STRINGS_BYTES } from '@/features/imports/model/import-limits';
import type { Import, ImportRow } from '@/features/imports/schemas/import';
import { archive, minimalWorkbook } from '../../../support/archive';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { fixtures, noFixtures } from '../../../support/import-file';
import { work } from '../../../support/imports';
import { postList, type ListUpload } from '../../../support/upload-list';

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

const post = (content: ListUpload['content'], more: Partial<ListUpload> = {}) => postList({ key, content, ...more });
const refused = async (content: ListUpload['content'], more?: Partial<ListUpload>) => {
  const { status, body } = await post(content, more);
  return { status, reason: body.reason, detail: body.detail };
};

/** Posts a list, lets the worker import it, and answers what the API then says of it and of its rows. */
async function imported(content: ListUpload['content'], more?: Partial<ListUpload>) {
  const accepted = await post(content, more);
  expect(accepted).toMatchObject({ status: 202, body: { state: 'running' } });
  await work();
  const params = { id: accepted.body.id as string };
  const found: Import = (await callRoute(getImportRoute, { key, params })).body;
  const rowsOf = async (query: string): Promise<ImportRow[]> =>
    (await callRoute(findImportRowsRoute, { key, params, query })).body.data;
  const { rows: total, ...outcomes } = found.counts;
  expect(found).toMatchObject({ state: 'completed', progress: { done: total, total } });
  expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(total);
  return {
    id: params.id,
    counts: found.counts,
    rows: await rowsOf('?limit=200'),
    rejected: await rowsOf('?limit=200&outcome=rejected'),
  };
}

const outcomes = (rows: ImportRow[]) => rows.map(({ outcome, reason }) => reason ?? outcome);
const creatorOf = async ({ creatorId }: ImportRow) =>
  (await callRoute(getCreatorRoute, { key, params: { id: creatorId! } })).body;
const notesOf = async ({ creatorId }: ImportRow) =>
  (await callRoute(findNotesRoute, { key, params: { id: creatorId! } })).body.data as { html: string; text: string }[];
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Names of the workspace's files, whole or half written. */
function storedFiles(): string[] {
  const folder = join(fileURLToPath(process.env['STORAGE_URL']!), workspace.id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

describe('a file that is refused', () => {
  it('of 300 MB, while it arrives: memory stays flat and nothing is left of it', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'Ann,@ann,a@example.com\n');
    let sent = 0;
    let peak = 0;
    const before = process.memoryUsage.rss();
    async function* large() {
      for (; sent < 300 * 1024 * 1024; sent += piece.length) {
        peak = Math.max(peak, process.memoryUsage.rss());
        await Promise.resolve();
        yield piece;
      }
    }
    expect(await refused(large())).toEqual({
      status: 413,
      reason: 'file_too_large',
      detail: 'The file is larger than 256 MB.',
    });
    expect(sent).toBeLessThan(MAX_FILE_BYTES + 8 * 1024 * 1024);
    expect((peak - before) / 1024 / 1024).toBeLessThan(150);
    expect(storedFiles()).toEqual([]);
  }, 60_000);

  it('is named for what it is', async () => {
    const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(4000).keys()]);
    const bomb = { path: 'xl/sharedStrings.xml', method: 8, size: 100 };
    const packed = deflateRawSync(Buffer.alloc(MAX_SHARED_STRINGS_BYTES + 1024, 0x20), { level: 9 });
    const wide = `${Array.from({ length: 10_000 }, (_, n) => `Column ${n}`).join(',')}\n1,2,3\n`;
    expect(await refused(image)).toMatchObject({ status: 422, reason: 'not_a_table' });
    expect(await refused(archive([...minimalWorkbook, { ...bomb, packed }]), { name: 'list.xlsx' })).toMatchObject({
      status: 413,
      reason: 'workbook_too_large',
    });
    expect(await refused(wide)).toMatchObject({ status: 422, reason: 'too_many_columns' });
    expect(await refused('')).toMatchObject({ status: 422, reason: 'not_a_table' });
    for (const answer of [await refused(image), await refused(wide)]) expect(answer.detail).toMatch(/^[A-Z].{15,}\.$/);
  });
});

describe('a row that is rejected does not hold up the others', () => {
  it('of ten thousand columns, with a note of five megabytes, with a quote that never ends', async () => {
    const { rows } = await imported(
      [
        'Name,Instagram,Notes',
        'Ann,@ann,tea',
        `Wide,@wide,${'x,'.repeat(10_000)}`,
        `Long,@long,${quote('a word '.repeat(750_000))}`,
        'Open,@open,"never ends',
        'Bob,@bob,coffee',
        '',
      ].join('\n'),
    );
    expect(outcomes(rows)).toEqual(['created', 'too_many_columns', 'too_long', 'unclosed_quote', 'created']);
    expect(rows.map((row) => row.lineNumber)).toEqual([2, 3, 4, 5, 6]);
    expect((await creatorOf(rows[4]!)).displayName).toBe('Bob');
  });

  it('with an emoji in the handle or an address of 300 characters', async () => {
    const address = `${'a'.repeat(288)}@example.com`;
    const { rows } = await imported(
      [
        'Name,Instagram,Email',
        ',@an🔥n,',
        'Right,\u202e@ri\u200eght\u202c,',
        `,,${address}`,
        `Kept,@kept,${address}`,
        '',
      ].join('\n'),
    );
    expect(outcomes(rows)).toEqual(['has_emoji', 'created', 'email_too_long', 'created']);
    expect((await creatorOf(rows[1]!)).handles).toMatchObject([{ name: 'right' }]);
    expect((await creatorOf(rows[3]!)).emails).toEqual([]);
    expect(rows[3]!.warnings).toMatchObject([{ field: 'Email', reason: 'email_too_long' }]);
  });
});

describe('what is stored', () => {
  it('has no zero bytes', async () => {
    const { rows } = await imported('Name,Instagram,Notes\nA\0nn,@a\0nn,"t\0ea"\n\0Bob\0,@bob,\n');
    expect(outcomes(rows)).toEqual(['created', 'created']);
    expect(await creatorOf(rows[0]!)).toMatchObject({ displayName: 'Ann', handles: [{ name: 'ann' }] });
    expect(await notesOf(rows[0]!)).toMatchObject([{ text: 'tea' }]);
  });

  it('is text where a script or a formula was written, and no formula when it leaves', async () => {
    const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const formula = `=cmd|' /C calc'!A0`;
    const header = 'Name,Instagram,City,Tags,Company,Greeting,Notes,Shoe';
    const scripts = Array(5).fill(script);
    const { id, rows } = await imported(
      [
        header,
        [script, '@ann', ...scripts, script].join(','),
        [formula, '@bob', ...Array(6).fill(quote(formula))].join(','),
        `,,${quote(formula)},,,,,`,
        '',
      ].join('\n'),
    );
    expect(outcomes(rows)).toEqual(['created', 'created', 'no_identity']);
    expect(await creatorOf(rows[0]!)).toMatchObject({ displayName: script, city: script, companyName: script });
    const [note] = await notesOf(rows[0]!);
    expect(note!.text).toBe(script);
    expect(note!.html).not.toMatch(/<(script|img)/i);
    expect(await creatorOf(rows[1]!)).toMatchObject({ displayName: formula, city: formula });

    const report = await textOf(getImportReportRoute, id);
    expect(parse(report, { bom: true })[1]![2]).toBe(`'${formula}`);
    const asked = await callRoute(createExportRoute, {
      key,
      body: { creators: { selection: {} }, format: 'csv', columns: ['displayName', 'city'] },
    });
    await work();
    const cells = parse(await textOf(getExportFileRoute, asked.body.id), { bom: true }).flat();
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
    expect(cells).toContain(`'${formula}`);
  });

  it.skipIf(noFixtures)('is every naughty string, whole, and the list again changes nothing', async () => {
    const strings = (JSON.parse(readFileSync(`${fixtures}/torture/blns.json`, 'utf8')) as string[]).filter(
      (text) => text.trim() !== '',
    );
    const list = `Name,Instagram,City,Notes,Tags\n${strings
      .map((text, n) => `${quote(text)},@person${n},${quote(text)},${quote(text)},${quote(text)}\n`)
      .join('')}`;
    const first = await imported(list, { fields: { mapping: '{"Tags":"tags","City":"city"}' } });
    const tooLong = first.rejected.filter((row) => row.reason === 'too_long').length;
    expect(first.counts).toMatchObject({ created: strings.length - tooLong, rejected: tooLong });
    const again = await imported(list, { fields: { mapping: '{"Tags":"tags","City":"city"}' } });
    expect(again.counts).toMatchObject({ unchanged: first.counts.created, rejected: tooLong });
  });
});

async function textOf(route: typeof getExportFileRoute, id: string): Promise<string> {
  const request = new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } });
  const response = await route.handler(request, { params: Promise.resolve({ id }) });
  expect(response.status).toBe(200);
  return response.text();
}

import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { MAX_SHARED_STRINGS_BYTES } from '@/features/imports/model/import-limits';
import { isAppError } from '@/shared/errors';
import { archive, minimalWorkbook, textPart } from '../../../../support/archive';
import { importFile } from '../../../../support/import-file';

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function reasonOf(promise: Promise<unknown>) {
  const error = await promise.catch((caught: unknown) => caught);
  return isAppError(error) ? [error.code, error.details.reason] : error;
}

const people = (book: ExcelJS.Workbook) => {
  const sheet = book.addWorksheet('TikTok');
  sheet.addRow(['Creators of June']);
  sheet.addRow([]);
  sheet.addRow(['Name', 'Username', 'Followers', 'ER', 'Birthday', 'Score', 'Sum', 'Broken', 'Link', 'Rich']);
  const row = sheet.addRow(['Zoë 🎗', '@zoe', 1234567, 0.0139, new Date(Date.UTC(1990, 11, 31)), 1.234]);
  row.getCell(4).numFmt = '0.00%';
  row.getCell(7).value = { formula: 'C4*2', result: 2469134 };
  row.getCell(8).value = { error: '#VALUE!' };
  row.getCell(9).value = { text: 'https://www.tiktok.com/@zoe', hyperlink: 'https://www.tiktok.com/@zoe' };
  row.getCell(10).value = { richText: [{ text: 'a' }, { text: 'b', font: { bold: true } }] };
  sheet.addRow(['=cmd', '@bob', 5]);
};

describe('workbooks', () => {
  it('gives the cells a CSV would hold: days, percentages, results, errors, links', async () => {
    const { analysis, source, rows } = await importFile(await workbook(people), { name: 'June.xlsx' });
    expect(analysis).toMatchObject({
      format: { kind: 'xlsx', sheet: 'TikTok', headerLine: 3 },
      rowCount: 2,
      platform: 'tiktok',
    });
    expect(source[0]?.cells).toEqual([
      'Zoë 🎗', '@zoe', '1234567', '1.39%', '1990-12-31', '1.2340', '2469134', '#VALUE!', 'https://www.tiktok.com/@zoe', 'ab',
    ]); // prettier-ignore
    expect(rows[0]).toMatchObject({
      birthday: '1990-12-31',
      handles: [{ platform: 'tiktok', name: 'zoe', metrics: { followers: 1234567, engagement_rate: 0.0139 } }],
    });
    expect(rows[0]?.custom).toContainEqual({ label: 'Score', type: 'number', value: 1.234 });
    expect(rows[1]).toMatchObject({ rowNumber: 2, lineNumber: 5, displayName: '=cmd' });
  });

  it('reads the first sheet that is not hidden, or the one asked for', async () => {
    const book = await workbook((one) => {
      one.addWorksheet('Old', { state: 'hidden' }).addRows([['Name'], ['Hidden']]);
      one.addWorksheet('A & B').addRows([['Name'], ['Anna']]);
      one.addWorksheet('Third').addRows([['Name'], ['Cleo']]);
    });
    const first = await importFile(book);
    expect(first.rows.map((row) => row.displayName)).toEqual(['Anna']);
    expect(first.analysis.sheets).toEqual([
      { name: 'Old', hidden: true },
      { name: 'A & B', hidden: false },
      { name: 'Third', hidden: false },
    ]);
    expect((await importFile(book, { sheet: 'Third' })).rows.map((row) => row.displayName)).toEqual(['Cleo']);
    expect(await reasonOf(importFile(book, { sheet: 'Fourth' }))).toEqual(['invalid_input', 'unknown_sheet']);
  });

  it('refuses a bomb, whether it says how large it is or not, and what is no workbook', async () => {
    const bomb = deflateRawSync(Buffer.alloc(MAX_SHARED_STRINGS_BYTES + 1024, 0x20), { level: 9 });
    for (const declared of [MAX_SHARED_STRINGS_BYTES + 1024, 100]) {
      const book = archive([
        ...minimalWorkbook,
        { path: 'xl/sharedStrings.xml', packed: bomb, method: 8, size: declared },
      ]);
      expect(await reasonOf(importFile(book))).toEqual(['limit_exceeded', 'workbook_too_large']);
    }
    expect(await reasonOf(importFile(archive([])))).toEqual(['invalid_input', 'not_a_table']);
    expect(await reasonOf(importFile(archive([textPart('word/document.xml', '<w/>')])))).toEqual([
      'invalid_input',
      'not_a_table',
    ]);
    const broken = (await workbook(people)).subarray(0, 3000);
    expect(await reasonOf(importFile(broken))).toEqual(['invalid_input', 'damaged_workbook']);
  });

  it('rejects a row of too many columns and keeps the others', async () => {
    const book = await workbook((one) => {
      const sheet = one.addWorksheet('S');
      sheet.addRows([['Name'], ['Anna'], ['Bob']]);
      sheet.getCell(2, 900).value = 'far';
    });
    const { rows } = await importFile(book);
    expect(rows.map((row) => row.rejection?.reason ?? row.displayName)).toEqual(['too_many_columns', 'Bob']);
  });
});

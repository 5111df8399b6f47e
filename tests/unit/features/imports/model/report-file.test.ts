import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportFile } from '@/features/imports/model/report-file';
import { importFile } from '../../../../support/import-file';

async function write(
  columns: string[],
  rows: { lineNumber: number; cells: string[]; reason: string }[],
): Promise<string> {
  let text = '';
  for await (const piece of reportFile(columns, rows)) text += piece;
  return text;
}

describe('reportFile', () => {
  it('holds the original columns, the reason and the line, safe for a spreadsheet', async () => {
    const text = await write(['Name', 'Note'], [{ lineNumber: 7, cells: ['=1+1', 'a,"b"'], reason: 'No handle' }]);
    expect(text).toBe(`\uFEFFName,Note,Reason,Line\r\n'=1+1,"a,""b""",No handle,7\r\n`);
  });

  it('is read back without reason and line, its cells as they were', async () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.constantFrom('=1', '-5', "'=x", '@a', '+49 30', '\t=')), {
      minLength: 2,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 8 }), async (table) => {
        const rows = table.map((row, index) => ({
          lineNumber: index + 2,
          cells: row.map((cell) => cell.replaceAll('\0', '')),
          reason: 'Why',
        }));
        const file = await importFile(await write(['Name', 'City'], rows), {
          delimiter: ',',
          settings: { decimal: '.', dateOrder: 'dmy' },
        });
        expect(file.source.map((row) => row.cells.slice(0, 2))).toEqual(rows.map((row) => row.cells));
        expect(file.analysis.columns.slice(2).map((column) => [column.ofReport, column.guess.target])).toEqual([
          [true, 'ignore'],
          [true, 'ignore'],
        ]);
        for (const row of file.rows) expect(row.custom).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

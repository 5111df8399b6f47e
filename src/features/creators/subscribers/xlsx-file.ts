import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell } from '@/features/creators/queries/export-cells';
import { neutralizeCell } from '@/shared/neutralize-cell';

/** What a cell of a workbook can hold. */
const MAX_CELL_CHARS = 32_767;

/** Rows as a workbook of one sheet, written while they are read: it waits for whoever takes its bytes. */
export async function* xlsxFile(header: string[], batches: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const output = new PassThrough({ highWaterMark: 1024 * 1024 });
  const written = write(output, header, batches).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
    await written;
  } finally {
    output.destroy();
  }
}

async function write(output: PassThrough, header: string[], batches: AsyncIterable<Cell[][]>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useSharedStrings: false });
  const sheet = workbook.addWorksheet('Creators', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(header.map(toCell)).commit();
  for await (const rows of batches) {
    for (const row of rows) sheet.addRow(row.map(toCell)).commit();
    if (output.writableNeedDrain) await once(output, 'drain');
  }
  sheet.commit();
  await workbook.commit();
}

function toCell(cell: Cell): Cell {
  return typeof cell === 'string' ? neutralizeCell(cell).slice(0, MAX_CELL_CHARS) : cell;
}

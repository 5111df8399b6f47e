import type { Cell } from '@/features/creators/queries/export-cells';
import { neutralizeCell } from '@/shared/neutralize-cell';

/** Rows as CSV that spreadsheets open as it is meant: UTF-8 with its mark, CRLF, no cell a formula. */
export async function* csvFile(header: string[], batches: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${toLine(header)}`);
  for await (const rows of batches) yield Buffer.from(rows.map(toLine).join(''));
}

function toLine(cells: Cell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = neutralizeCell(cell);
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { neutralizeCell } from '@/shared/neutralize-cell';
import { MAX_REPORTED_CELL_CHARS } from './import-limits';
import { REPORT_COLUMNS } from './name-columns';

export interface ReportRow {
  lineNumber: number;
  cells: string[];
  reason: string;
}

/**
 * The rejected rows of an import as a CSV file to mend and upload again: the original columns in their order, then why
 * and from which line. UTF-8 with a byte order mark, so that Excel reads it; formulas neutralised, and restored when
 * the file comes back, where the last two columns are left out. Yields pieces of the text; `columns` are column keys.
 */
export async function* reportFile(
  columns: string[],
  rows: AsyncIterable<ReportRow> | Iterable<ReportRow>,
): AsyncGenerator<string> {
  yield `\uFEFF${line([...columns, ...REPORT_COLUMNS])}`;
  for await (const { cells, reason, lineNumber } of rows) {
    const width = columns.map((_, index) => (cells[index] ?? '').slice(0, MAX_REPORTED_CELL_CHARS));
    yield line([...width, reason, String(lineNumber)]);
  }
}

function line(cells: string[]): string {
  return `${cells.map(neutralizeCell).map(quote).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import { decodeText } from './decode-text';
import { isReportHeader } from './name-columns';
import { readCsvRecords } from './read-csv-records';
import { chooseSheet, openWorkbook, readSheet } from './read-workbook';
import type { SourceRecord, SourceRow } from './source-row';
import { restoreCell } from '@/shared/neutralize-cell';

/** How a file is to be read; found by `analyzeFile`, kept with the import so that every reading is the same. */
export type TableFormat = { headerLine: number } & (
  { kind: 'csv'; encoding: string; delimiter: string; newline: '\n' | '\r' } | { kind: 'xlsx'; sheet: string }
);

/**
 * The data rows of a file, numbered from 1, in flat memory. Blank lines are no rows; rows of empty cells are, and so
 * are records that could not be read, so that every row is accounted for. The same file gives the same rows again.
 */
export async function* readTable(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  format: TableFormat,
): AsyncGenerator<SourceRow> {
  let rowNumber = 0;
  let restore = false;
  for await (const record of readRecords(source, format)) {
    if (record.lineNumber === format.headerLine) restore = isReportHeader(record.cells);
    if (record.lineNumber <= format.headerLine || isDirective(record)) continue;
    rowNumber += 1;
    yield { ...record, rowNumber, cells: restore ? record.cells.map(restoreCell) : record.cells };
  }
}

async function* readRecords(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  format: TableFormat,
): AsyncGenerator<SourceRecord> {
  if (format.kind === 'csv') {
    yield* readCsvRecords(decodeText(source, { encoding: format.encoding }), format);
    return;
  }
  const workbook = await openWorkbook(source);
  yield* readSheet(workbook, chooseSheet(workbook, format.sheet));
}

/** Excel's first line `sep=;` says how to read the file and is none of its rows. */
function isDirective(record: SourceRecord): boolean {
  return record.lineNumber === 1 && /^sep=/i.test(record.cells[0] ?? '');
}

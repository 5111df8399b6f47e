import { MAX_COLUMNS, MAX_RECORD_CHARS, MAX_REPORTED_CELL_CHARS } from './import-limits';
import { scanCsvRecord, type CsvDialect } from './scan-csv-record';
import type { SourceRecord } from './source-row';

/**
 * Reads the records of a CSV text in flat memory. Lines without any character are no records.
 * A record that cannot be read comes out with its `problem` and the cells of its first line, and reading goes on
 * with the line below, so that one missing quote costs one row and not the rest of the file. (`csv-parse` cannot
 * go back behind an opening quote, which is why this reader exists; the tests hold it against that library.)
 */
export async function* readCsvRecords(
  text: AsyncIterable<string> | Iterable<string>,
  dialect: CsvDialect,
): AsyncGenerator<SourceRecord> {
  let window = '';
  let wanted = 0;
  let lineNumber = 1;
  let discarding = false;
  for await (const chunk of text) {
    window += discarding ? behindLineEnd(chunk, dialect) : chunk;
    if (discarding && !chunk.includes(dialect.newline)) continue;
    discarding = false;
    if (window.length < wanted) continue;
    const taken = takeRecords(window, { ...dialect, final: false, lineNumber });
    yield* taken.records;
    window = window.slice(taken.next);
    ({ lineNumber, discarding } = taken);
    // A record longer than the window is scanned again from its start: doubling keeps that linear.
    wanted = window.length * 2;
  }
  yield* takeRecords(window, { ...dialect, final: true, lineNumber }).records;
}

function behindLineEnd(chunk: string, { newline }: CsvDialect): string {
  const lineEnd = chunk.indexOf(newline);
  return lineEnd === -1 ? '' : chunk.slice(lineEnd + 1);
}

interface Taken {
  records: SourceRecord[];
  next: number;
  lineNumber: number;
  /** The text ended inside a line that is too long to be kept: skip to its end. */
  discarding: boolean;
}

function takeRecords(text: string, options: CsvDialect & { final: boolean; lineNumber: number }): Taken {
  const taken: Taken = { records: [], next: 0, lineNumber: options.lineNumber, discarding: false };
  while (taken.next < text.length) {
    const scan = scanCsvRecord(text, taken.next, options);
    const tooLong = (scan.state === 'record' ? scan.next : text.length) - taken.next > MAX_RECORD_CHARS;
    if (scan.state === 'more' && !tooLong) break;
    if (scan.state === 'record' && !tooLong) {
      const record = toRecord(scan, taken.lineNumber);
      if (record) taken.records.push(record);
      taken.next = scan.next;
      taken.lineNumber += scan.lines;
    } else if (!takeBrokenLine(text, taken, options)) break;
  }
  return taken;
}

function toRecord(scan: { cells: string[]; columnCount: number }, lineNumber: number): SourceRecord | undefined {
  if (scan.columnCount === 1 && scan.cells[0]?.trim() === '') return undefined;
  const record: SourceRecord = { lineNumber, cells: scan.cells };
  if (scan.columnCount > MAX_COLUMNS) record.problem = 'too_many_columns';
  if (scan.cells.some((cell) => cell.includes('\0'))) {
    record.cells = scan.cells.map((cell) => cell.replaceAll('\0', ''));
    record.notes = ['nul_removed'];
  }
  return record;
}

/** Gives up on the record's first line only; false when even that line has not been read to its end yet. */
function takeBrokenLine(text: string, taken: Taken, options: CsvDialect & { final: boolean }): boolean {
  const lineEnd = text.indexOf(options.newline, taken.next);
  if (lineEnd === -1 && !options.final && text.length - taken.next < 2 * MAX_RECORD_CHARS) return false;
  const end = lineEnd === -1 ? text.length : lineEnd;
  const line = text.slice(taken.next, Math.min(end, taken.next + MAX_REPORTED_CELL_CHARS));
  taken.records.push({
    lineNumber: taken.lineNumber,
    cells: line.replace(/\r$/, '').replaceAll('\0', '').split(options.delimiter).slice(0, MAX_COLUMNS),
    problem: end - taken.next > MAX_RECORD_CHARS ? 'row_too_long' : 'unclosed_quote',
  });
  taken.discarding = lineEnd === -1 && !options.final;
  taken.next = end + 1;
  taken.lineNumber += 1;
  return true;
}

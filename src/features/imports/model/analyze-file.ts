import { AppError } from '@/shared/errors';
import type { Platform } from '@/shared/identity/platforms';
import { decodeText, type DecodingReport } from './decode-text';
import { detectDialect } from './detect-dialect';
import { findAmbiguities, type Ambiguity } from './find-ambiguities';
import { findHeader, HEADER_SEARCH_RECORDS } from './find-header';
import { guessColumns, platformOfFile, type AnalyzedColumn, type ColumnGuess } from './guess-columns';
import { platformMentioned } from './guess-header';
import { MAX_COLUMNS, MAX_FILE_BYTES, PROFILE_ROWS } from './import-limits';
import { nameColumns } from './name-columns';
import { detectPreset, presetTargets, type Preset } from './presets';
import { profileColumn, type ColumnProfiler } from './profile-column';
import { readCsvRecords } from './read-csv-records';
import type { TableFormat } from './read-table';
import { chooseSheet, openWorkbook, readSheet } from './read-workbook';
import { sniffBytes } from './sniff-bytes';
import type { SourceRecord } from './source-row';

export interface FileAnalysis {
  format: TableFormat;
  /** Of a workbook. */
  sheets: { name: string; hidden: boolean }[];
  /** Single bytes of another encoding were found and read. */
  mixedEncoding: boolean;
  columns: AnalyzedColumn[];
  preset?: Preset;
  /** For handles that do not say their platform themselves. */
  platform?: Platform;
  rowCount: number;
  /** Rows that cannot be read (a quote left open, too many columns). */
  brokenRows: number;
  ambiguities: Ambiguity[];
}

export interface AnalyzeOptions {
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  /** 0 for a file without headers. */
  headerLine?: number;
  preset?: Preset;
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Reads an upload once, in flat memory, and says what it is: kind, encoding, delimiter, sheets, header, and for every
 * column what it holds, where it probably goes, and what has to be asked. `fileName` only hints at the platform.
 * Throws `invalid_input` (`not_a_table`, `damaged_workbook`, `too_many_columns`, `no_rows`, `unknown_sheet`) or
 * `limit_exceeded` (`file_too_large`, `workbook_too_large`).
 */
export async function analyzeFile(
  source: Bytes,
  fileName: string,
  options: AnalyzeOptions = {},
): Promise<FileAnalysis> {
  const { sample, rest } = await takeSample(source);
  const sniff = sniffBytes(sample);
  const opened = sniff.kind === 'xlsx' ? await openSheet(rest, options) : await openCsv(rest, sniff.encoding, options);
  const table = await profileRecords(opened.records, options.headerLine);
  const columns = nameColumns(table.header, table.profilers.length).map((column, index) => ({
    ...column,
    profile: (table.profilers[index] ?? profileColumn()).profile(),
  }));
  if (table.rowCount === 0) throw noRows();
  const preset = options.preset ?? detectPreset(columns.map((column) => column.key));
  const guesses = guessColumns(
    columns,
    preset &&
      presetTargets(
        preset,
        columns.map((column) => column.key),
      ),
  );
  const analyzed = columns.map((column, index) => ({ ...column, guess: guesses[index] ?? fallback(column.key) }));
  const platform = platformOfFile(columns, [platformMentioned(fileName), platformMentioned(opened.sheet ?? '')]);
  return {
    ...opened.describe(table.headerLine),
    columns: analyzed,
    preset,
    platform,
    rowCount: table.rowCount,
    brokenRows: table.brokenRows,
    ambiguities: findAmbiguities(analyzed, platform),
  };
}

function fallback(key: string): ColumnGuess {
  return { target: `custom:${key}`, confidence: 0, customType: 'text' };
}

interface Opened {
  records: AsyncIterable<SourceRecord>;
  sheet?: string;
  /** Called when the records have been read: only then the encoding is known. */
  describe(headerLine: number): Pick<FileAnalysis, 'format' | 'sheets' | 'mixedEncoding'>;
}

async function openSheet(source: Bytes, options: AnalyzeOptions): Promise<Opened> {
  const workbook = await openWorkbook(source);
  const sheet = chooseSheet(workbook, options.sheet);
  const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden }));
  return {
    records: readSheet(workbook, sheet),
    sheet: sheet.name,
    describe: (headerLine) => ({
      format: { kind: 'xlsx', sheet: sheet.name, headerLine },
      sheets,
      mixedEncoding: false,
    }),
  };
}

const SAMPLE_CHARS = 64 * 1024;

async function openCsv(source: Bytes, encoding: string | undefined, options: AnalyzeOptions): Promise<Opened> {
  const report: DecodingReport = { encoding: 'utf-8', mixed: false };
  const text = decodeText(source, { encoding: options.encoding ?? encoding, report });
  const head: string[] = [];
  let complete = false;
  while (head.join('').length < SAMPLE_CHARS && !complete) {
    const next = await text.next();
    if (next.done) complete = true;
    else head.push(next.value);
  }
  const detected = detectDialect(head.join(''), complete);
  const dialect = { ...detected, delimiter: options.delimiter ?? detected.delimiter };
  return {
    records: readCsvRecords(chain(head, text), dialect),
    describe: (headerLine) => ({
      format: { kind: 'csv', encoding: report.encoding, ...dialect, headerLine },
      sheets: [],
      mixedEncoding: report.mixed,
    }),
  };
}

interface Profiled {
  header: string[];
  headerLine: number;
  profilers: ColumnProfiler[];
  rowCount: number;
  brokenRows: number;
}

async function profileRecords(records: AsyncIterable<SourceRecord>, headerLine?: number): Promise<Profiled> {
  const table: Profiled = { header: [], headerLine: headerLine ?? -1, profilers: [], rowCount: 0, brokenRows: 0 };
  const waiting: SourceRecord[] = [];
  for await (const record of records) {
    if (table.headerLine >= 0) addRecord(table, record);
    else if (waiting.push(record) >= HEADER_SEARCH_RECORDS) decideHeader(table, waiting);
  }
  if (table.headerLine < 0) decideHeader(table, waiting);
  return table;
}

function decideHeader(table: Profiled, waiting: SourceRecord[]): void {
  Object.assign(table, { headerLine: findHeader(waiting) });
  for (const record of waiting.splice(0)) addRecord(table, record);
}

function addRecord(table: Profiled, record: SourceRecord): void {
  if (record.lineNumber === table.headerLine) {
    if (record.problem) throw badHeader(record.lineNumber);
    Object.assign(table, { header: record.cells });
    record.cells.forEach((_, index) => (table.profilers[index] ??= profileColumn()));
  }
  if (record.lineNumber <= table.headerLine || (record.lineNumber === 1 && /^sep=/i.test(record.cells[0] ?? '')))
    return;
  Object.assign(table, { rowCount: table.rowCount + 1, brokenRows: table.brokenRows + (record.problem ? 1 : 0) });
  if (record.problem) return;
  const full = table.rowCount <= PROFILE_ROWS;
  record.cells.forEach((cell, index) => {
    (table.profilers[index] ??= profileColumn()).add(cell, full);
  });
}

const SAMPLE_BYTES = 64 * 1024;

/** The first bytes, and the whole stream again; counts what passes. */
async function takeSample(source: Bytes): Promise<{ sample: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = limited(source);
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < SAMPLE_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.length;
  }
  return { sample: Buffer.concat(head).subarray(0, SAMPLE_BYTES), rest: chain(head, iterator) };
}

async function* limited(source: Bytes): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw fileTooLarge();
    yield chunk;
  }
}

async function* chain<T>(head: T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* head;
  yield* rest;
}

function noRows(): AppError {
  return new AppError('invalid_input', { reason: 'no_rows', message: 'The file has a header at most, and no rows.' });
}

function badHeader(lineNumber: number): AppError {
  const message = `The header in line ${lineNumber} has more than ${MAX_COLUMNS} columns or a quote without its end. Shorten or mend it and upload the file again.`;
  return new AppError('invalid_input', { reason: 'too_many_columns', message });
}

function fileTooLarge(): AppError {
  const message = `A file may have ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it and upload the parts.`;
  return new AppError('limit_exceeded', { reason: 'file_too_large', message });
}

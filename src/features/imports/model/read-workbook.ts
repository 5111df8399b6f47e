import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { AppError } from '@/shared/errors';
import { cellText } from './cell-text';
import { MAX_COLUMNS, MAX_SHARED_STRINGS_BYTES, MAX_UNPACKED_BYTES, MAX_WORKBOOK_BYTES } from './import-limits';
import { measureEntry, readZip, unpackText, writeZip, type ZipEntry } from './read-zip';
import type { SourceRecord } from './source-row';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Of the part inside the archive. */
  path: string;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  entries: Map<string, ZipEntry>;
  date1904: boolean;
}

/**
 * Opens an XLSX upload and lists its sheets. The packed file is held in memory, its sheets never are. Throws
 * `limit_exceeded` for a file that is too large, `invalid_input` for one that is damaged or holds no sheet.
 */
export async function openWorkbook(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Workbook> {
  const entries = readZip(await collect(source));
  const workbook = entries.get('xl/workbook.xml');
  const relations = entries.get('xl/_rels/workbook.xml.rels');
  if (!workbook || !relations) throw notAWorkbook();
  const xml = unpackText(workbook, 4 * 1024 * 1024);
  const paths = new Map(
    elements(unpackText(relations, 4 * 1024 * 1024), 'Relationship').map((one) => [one.Id, one.Target]),
  );
  const sheets = elements(xml, 'sheet').flatMap((sheet) => {
    const path = (paths.get(sheet['r:id']) ?? '').replace(/^(\/?xl\/|\.\/)/, '');
    const exists = entries.has(`xl/${path}`) && path.startsWith('worksheets/');
    return exists ? [{ name: sheet.name ?? '', hidden: /hidden/i.test(sheet.state ?? ''), path: `xl/${path}` }] : [];
  });
  if (sheets.length === 0) throw notAWorkbook();
  return { sheets, entries, date1904: /date1904="(1|true)"/.test(xml) };
}

/** The sheet asked for by name, else the first that is not hidden. */
export function chooseSheet(workbook: Workbook, name?: string): WorkbookSheet {
  const chosen = name ? workbook.sheets.find((sheet) => sheet.name === name) : undefined;
  const [first] = workbook.sheets;
  const sheet = chosen ?? workbook.sheets.find((candidate) => !candidate.hidden) ?? first;
  if (!sheet || (name && !chosen)) throw unknownSheet(name ?? '');
  return sheet;
}

/**
 * Rows of one sheet as a stream of records. exceljs writes sheets to temporary files until it has seen the texts and
 * styles they refer to, so it is handed an archive with those first and nothing else in it.
 */
export async function* readSheet(workbook: Workbook, sheet: WorkbookSheet): AsyncGenerator<SourceRecord> {
  const parts = await partsOf(workbook, sheet);
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(writeZip(parts)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const worksheet of reader) {
    for await (const row of worksheet) yield toRecord(row);
  }
}

async function partsOf(workbook: Workbook, sheet: WorkbookSheet): Promise<ZipEntry[]> {
  const part = (path: string, as = path) => {
    const entry = workbook.entries.get(path);
    return entry ? [{ ...entry, path: as }] : [];
  };
  const strings = part('xl/sharedStrings.xml');
  const styles = part('xl/styles.xml');
  const rows = part(sheet.path, 'xl/worksheets/sheet1.xml');
  for (const entry of [...strings, ...styles]) await measureEntry(entry, MAX_SHARED_STRINGS_BYTES);
  for (const entry of rows) await measureEntry(entry, MAX_UNPACKED_BYTES);
  return [...frame(workbook.date1904), ...strings, ...styles, ...rows];
}

const officeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts that tie a workbook of one sheet together. */
function frame(date1904: boolean): ZipEntry[] {
  const relation = `<Relationship Id="rId1" Type="${officeNamespace}/worksheet" Target="worksheets/sheet1.xml"/>`;
  const workbook = `<workbook xmlns:r="${officeNamespace}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return [
    stored('xl/_rels/workbook.xml.rels', `<Relationships>${relation}</Relationships>`),
    stored('xl/workbook.xml', workbook),
  ];
}

function stored(path: string, xml: string): ZipEntry {
  const packed = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  return { path, method: 0, packed, size: packed.length };
}

function toRecord(row: ExcelJS.Row): SourceRecord {
  const cells: string[] = [];
  const width = Math.min(row.cellCount, MAX_COLUMNS);
  for (let column = 1; column <= width; column += 1) cells.push(cellText(row.getCell(column)));
  const record: SourceRecord = { lineNumber: row.number, cells };
  return row.cellCount > MAX_COLUMNS ? { ...record, problem: 'too_many_columns' } : record;
}

/** Attributes of every element of a name; enough for the flat lists of a workbook's index. */
function elements(xml: string, name: string): Partial<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
        key,
        decodeEntities(double ?? single ?? ''),
      ]),
    ),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}

async function collect(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MAX_WORKBOOK_BYTES) throw workbookTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function workbookTooLarge(): AppError {
  const message = `A workbook may have ${MAX_WORKBOOK_BYTES / 1024 / 1024} MB. Save the sheet as CSV and upload that.`;
  return new AppError('limit_exceeded', { reason: 'workbook_too_large', message });
}

function notAWorkbook(): AppError {
  const message = 'The file is an archive but no workbook with a sheet. Save the list as CSV or XLSX and upload that.';
  return new AppError('invalid_input', { reason: 'not_a_table', message });
}

function unknownSheet(name: string): AppError {
  return new AppError('invalid_input', { reason: 'unknown_sheet', message: `The workbook has no sheet “${name}”.` });
}

import { MAX_COLUMNS } from './import-limits';

export interface CsvDialect {
  delimiter: string;
  /** A lone carriage return ends lines only in files that have no line feed at all. */
  newline: '\n' | '\r';
}

export type RecordScan =
  | { state: 'record'; cells: string[]; columnCount: number; next: number; lines: number }
  /** The text ends before the record does. */
  | { state: 'more' }
  /** A quoted cell that began on an earlier line has no proper end. */
  | { state: 'unclosed' };

/**
 * Reads one CSV record (RFC 4180) of `text` from `start`. A quote inside an unquoted cell is a character. A quoted
 * cell whose closing quote is followed by other text on the same line is taken as it stands (`"Big" Tony`); when
 * that happens lines below its opening quote, the opening quote is the mistake: `unclosed`.
 * `final` says that no text will follow. Cells beyond the column limit are counted, not kept.
 */
export function scanCsvRecord(text: string, start: number, options: CsvDialect & { final: boolean }): RecordScan {
  const scan = { text, ...options, cells: [] as string[], columnCount: 0, lines: 1 };
  let position = start;
  for (;;) {
    const cell = text[position] === '"' ? scanQuoted(scan, position) : scanPlain(scan, position);
    if (typeof cell === 'string') return { state: cell };
    scan.columnCount += 1;
    if (scan.cells.length < MAX_COLUMNS) scan.cells.push(cell.value);
    position = cell.end + 1;
    if (text[cell.end] !== options.delimiter) break;
  }
  return { state: 'record', cells: scan.cells, columnCount: scan.columnCount, next: position, lines: scan.lines };
}

interface Scan extends CsvDialect {
  text: string;
  final: boolean;
  lines: number;
}

/** `end` is the place of the delimiter or line end behind the cell. */
type Cell = { value: string; end: number } | 'more' | 'unclosed';

function scanPlain(scan: Scan, start: number): Cell {
  const { text, newline, final } = scan;
  const end = endOfPlain(scan, start);
  if (end === text.length && !final) return 'more';
  const carriage = newline === '\n' && text[end] !== scan.delimiter && text[end - 1] === '\r' && end > start;
  return { value: text.slice(start, carriage ? end - 1 : end), end };
}

function endOfPlain({ text, delimiter, newline }: Scan, start: number): number {
  const delimiterCode = delimiter.charCodeAt(0);
  const newlineCode = newline.charCodeAt(0);
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === delimiterCode || code === newlineCode) return index;
  }
  return text.length;
}

function scanQuoted(scan: Scan, start: number): Cell {
  const { text, final } = scan;
  const quote = closingQuote(scan, start);
  if (typeof quote === 'string') return quote;
  const raw = text.slice(start + 1, quote);
  const end = endBehindQuote(scan, quote + 1);
  if (end === undefined) return raw.includes(scan.newline) ? 'unclosed' : scanPlain(scan, start);
  if (end === text.length && !final) return 'more';
  scan.lines += countOf(raw, scan.newline);
  return { value: raw.includes('""') ? raw.replaceAll('""', '"') : raw, end };
}

function closingQuote({ text, final }: Scan, start: number): number | 'more' | 'unclosed' {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote === -1) return final ? 'unclosed' : 'more';
  return quote + 2 >= text.length && !final ? 'more' : quote;
}

/** Where the cell ends behind its closing quote, spaces forgiven; undefined when other text follows. */
function endBehindQuote({ text, delimiter, newline }: Scan, start: number): number | undefined {
  let index = start;
  while (text[index] === ' ' && delimiter !== ' ') index += 1;
  if (newline === '\n' && text[index] === '\r') index += 1;
  return index >= text.length || text[index] === delimiter || text[index] === newline ? index : undefined;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let index = text.indexOf(character); index !== -1; index = text.indexOf(character, index + 1)) count += 1;
  return count;
}

import { normalizeEmail } from '@/shared/identity/normalize-email';
import { looksLikeUrl } from '@/shared/identity/parse-profile-url';
import { guessHeader } from './guess-header';
import { dateOrdersOf } from './parse-date';
import { parseNumber } from './parse-number';
import type { SourceRecord } from './source-row';

/** How many records at the top may be blank rows or titles. */
export const HEADER_SEARCH_RECORDS = 20;

/**
 * The line of the header, from the first records of a file; 0 when the data begins at once. Blank rows, an Excel
 * `sep=` line and titles (fewer filled cells than the table below) stand above a header and are no data.
 */
export function findHeader(records: SourceRecord[]): number {
  const head = records.slice(0, HEADER_SEARCH_RECORDS);
  const usual = median(head.map(filledCells).filter((count) => count > 0));
  const first = head.find((record) => filledCells(record) >= Math.max(1, usual * 0.5) && !isDirective(record));
  if (!first) return 0;
  return isHeader(first) ? first.lineNumber : 0;
}

function isHeader(record: SourceRecord): boolean {
  const cells = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const known = cells.filter((cell) => guessHeader(cell) !== undefined).length;
  const data = cells.filter(isData).length;
  return data === 0 || known > data;
}

function isData(cell: string): boolean {
  if (cell.startsWith('@') || looksLikeUrl(cell)) return true;
  if (parseNumber(cell, '.') !== undefined || dateOrdersOf(cell).length > 0) return true;
  return cell.includes('@') && normalizeEmail(cell).ok;
}

function isDirective(record: SourceRecord): boolean {
  return /^sep=/i.test(record.cells[0] ?? '');
}

function filledCells(record: SourceRecord): number {
  return record.cells.filter((cell) => cell.trim() !== '').length;
}

function median(counts: number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
}

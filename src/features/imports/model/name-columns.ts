import { MAX_SHORT_CHARS } from './import-limits';

export interface NamedColumn {
  /** Unique in its file, and the same in every file with the same header: what a mapping names. */
  key: string;
  index: number;
  /** Added by our own report of rejected rows; not data. */
  ofReport?: boolean;
}

/** Headers of the two columns a report of rejected rows ends with; read back, they are left out. */
export const REPORT_COLUMNS = ['Reason', 'Line'] as const;

/**
 * Unique names for the columns of a header: blanks tidied, `Likes (2)` for the second `Likes`, `Column 4` for one
 * without a name. `width` may be more than the header has, for rows that are longer.
 */
export function nameColumns(header: string[], width = header.length): NamedColumn[] {
  const taken = new Set<string>();
  const report = isReportHeader(header) ? header.length - REPORT_COLUMNS.length : undefined;
  return Array.from({ length: width }, (_, index) => {
    const label = (header[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_SHORT_CHARS) || `Column ${index + 1}`;
    const key = uniqueKey(label, taken);
    taken.add(key.toLowerCase());
    return report !== undefined && index >= report && index < header.length
      ? { key, index, ofReport: true }
      : { key, index };
  });
}

/** Whether a file is a report of rejected rows, mended and uploaded again. */
export function isReportHeader(header: string[]): boolean {
  const tail = header.slice(-REPORT_COLUMNS.length);
  return header.length > REPORT_COLUMNS.length && REPORT_COLUMNS.every((name, index) => tail[index]?.trim() === name);
}

function uniqueKey(label: string, taken: Set<string>): string {
  let key = label;
  for (let number = 2; taken.has(key.toLowerCase()); number += 1) key = `${label} (${number})`;
  return key;
}

import { scanCsvRecord, type CsvDialect } from './scan-csv-record';

/** In the order preferred when two explain a file equally well. */
export const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const;

const SAMPLE_RECORDS = 200;

/**
 * Delimiter and line end of a CSV text, from its beginning (a whole text when it is short; `complete` says so).
 * The delimiter is the one that splits most records into the same number of cells, quotes respected; Excel's
 * `sep=;` line decides at once.
 */
export function detectDialect(sample: string, complete = false): CsvDialect {
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const declared = declaredDelimiter(sample);
  if (declared) return { delimiter: declared, newline };
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: scoreOf(cellCounts(sample, { delimiter, newline }, complete)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  return { delimiter: best.delimiter, newline };
}

/** The delimiter of a first line `sep=;`, as Excel writes and reads it. */
export function declaredDelimiter(sample: string): string | undefined {
  return /^"?sep=(.)"?\r?(?:\n|$)/i.exec(sample.slice(0, 12))?.[1];
}

function cellCounts(sample: string, dialect: CsvDialect, complete: boolean): number[] {
  const counts: number[] = [];
  let position = 0;
  while (position < sample.length && counts.length < SAMPLE_RECORDS) {
    const scan = scanCsvRecord(sample, position, { ...dialect, final: complete });
    if (scan.state === 'record') {
      if (scan.cells.some((cell) => cell.trim() !== '')) counts.push(scan.columnCount);
      position = scan.next;
    } else {
      const lineEnd = sample.indexOf(dialect.newline, position);
      if (lineEnd === -1) break;
      position = lineEnd + 1;
    }
  }
  return counts;
}

/** Share of records with the usual number of cells, more columns counting a little more; 0 when nothing is split. */
function scoreOf(counts: number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [columns, records] of tally) {
    if (columns < 2) continue;
    const share = records / counts.length;
    const header = counts[0] === columns ? 0.15 : 0;
    best = Math.max(best, share * (1 - 0.3 / columns) + header);
  }
  return best;
}

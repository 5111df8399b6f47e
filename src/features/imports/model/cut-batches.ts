import type { SourceRow } from './source-row';

/** Rows of one transaction, at most; fewer where they are long. */
const batchRows = 1_000;
const batchChars = 4 * 1024 * 1024;

/** Rows of a table in groups that fit a transaction and the memory. */
export async function* cutBatches(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  let chars = 0;
  for await (const row of rows) {
    batch.push(row);
    for (const cell of row.cells) chars += cell.length;
    if (batch.length < batchRows && chars < batchChars) continue;
    yield batch;
    batch = [];
    chars = 0;
  }
  if (batch.length > 0) yield batch;
}

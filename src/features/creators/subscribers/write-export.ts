import { advanceExport } from '@/features/creators/commands/advance-export';
import { completeExport } from '@/features/creators/commands/complete-export';
import { failExport } from '@/features/creators/commands/fail-export';
import { startExport, type StartedExport } from '@/features/creators/commands/start-export';
import { exportCreated } from '@/features/creators/events';
import { compileSelection } from '@/features/creators/queries/compile-selection';
import { exportCells, type Cell } from '@/features/creators/queries/export-cells';
import { findCreators } from '@/features/creators/queries/find-creators';
import { csvFile } from '@/features/creators/subscribers/csv-file';
import { xlsxFile } from '@/features/creators/subscribers/xlsx-file';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineLongSubscriber, type LongTools } from '@/platform/events/define-subscriber';
import { putFile } from '@/platform/storage/put-file';

const batchSize = 1000;
const maxBytes = 1024 * 1024 * 1024;

/**
 * Writes an export to the storage, page after page of the list, each read in a transaction of its own. Bytes are kept
 * only whole, so after a crash the next worker writes it from the beginning; it is entered once.
 */
export const writeExport = defineLongSubscriber({
  name: 'creators.write-export',
  on: [exportCreated],
  retry: { maxAttempts: 5, firstMs: 1_000, maxMs: 30_000 },
  run: (ctx, { event }, tools) => exportCreators(ctx, event.subjectId, tools),
  settle: async (tx, { event }, settlement) => {
    if (settlement.state === 'dead') await failExport(tx, event.subjectId, { reason: settlement.reason });
  },
});

/** Somebody cancelled it: what is written so far is thrown away. */
class Cancelled extends Error {}

interface Writing {
  ctx: Context;
  id: string;
  tools: LongTools;
  started: StartedExport;
  rows: number;
}

async function exportCreators(ctx: Context, id: string, tools: LongTools): Promise<void> {
  const started = await inWorkspace(ctx, async (tx) => {
    await tools.renew(tx);
    const begun = await startExport(tx, id);
    if (!begun) return null;
    const { where } = await compileSelection(tx, selectionOf(begun));
    const [all] = await tx.rows<{ found: number }>(sql`select count(*)::int as found from creator c where ${where}`);
    await advanceExport(tx, id, { rowsDone: 0, rowsTotal: all?.found ?? 0 });
    return begun;
  });
  if (!started) return;
  const writing: Writing = { ctx, id, tools, started, rows: 0 };
  try {
    const stored = await putFile(ctx, bytesOf(writing), maxBytes);
    await inWorkspace(ctx, async (tx) => {
      await tools.renew(tx);
      await completeExport(tx, id, { ...stored, ...fileFacts(started), rows: writing.rows });
    });
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
}

function selectionOf({ request }: StartedExport) {
  return { filter: request.filter, ids: request.ids ?? undefined, except: request.except };
}

function bytesOf(writing: Writing): AsyncIterable<Uint8Array> {
  const { format, request } = writing.started;
  const header = request.columns.map((column) => column.label);
  return format === 'csv' ? csvFile(header, batchesOf(writing)) : xlsxFile(header, batchesOf(writing));
}

async function* batchesOf(writing: Writing): AsyncGenerator<Cell[][]> {
  const { ctx, id, tools, started } = writing;
  let cursor: string | undefined;
  do {
    tools.signal.throwIfAborted();
    const page = await inWorkspace(ctx, async (tx) => {
      await tools.renew(tx);
      const found = await findCreators(tx, { ...selectionOf(started), sort: 'name', limit: batchSize, cursor });
      const on = await advanceExport(tx, id, { rowsDone: writing.rows + found.data.length });
      return on ? found : null;
    });
    if (!page) throw new Cancelled('cancelled');
    writing.rows += page.data.length;
    yield page.data.map((row) => exportCells(row, started.request));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function fileFacts({ format, createdAt }: StartedExport): { name: string; contentType: string } {
  return { name: `Creators ${createdAt.toISOString().slice(0, 10)}.${format}`, contentType: contentTypes[format] };
}

import { completeImport } from '@/features/imports/commands/complete-import';
import { failImport } from '@/features/imports/commands/fail-import';
import { importBatch, type ImportBatch } from '@/features/imports/commands/import-batch';
import { lockImport, type LockedImport } from '@/features/imports/commands/lock-import';
import { refreshStatistics } from '@/features/imports/commands/refresh-statistics';
import { importResumed, importStarted } from '@/features/imports/events';
import type { RunFacts } from '@/features/imports/model/batch-draft';
import { cutBatches } from '@/features/imports/model/cut-batches';
import { touchHandles } from '@/features/imports/model/decide-row';
import { parseRow } from '@/features/imports/model/parse-row';
import type { ImportPlan } from '@/features/imports/model/plan-import';
import { readTable } from '@/features/imports/model/read-table';
import type { SourceRow } from '@/features/imports/model/source-row';
import { loadRunFacts } from '@/features/imports/queries/load-run-facts';
import type { Context } from '@/platform/auth/context';
import { inWorkspace, sqlStateOf } from '@/platform/db/in-workspace';
import { defineLongSubscriber, type LongTools } from '@/platform/events/define-subscriber';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { isAppError } from '@/shared/errors';

/**
 * Imports a file in batches. Each commits its rows, their outcomes and the checkpoint together, so that a killed worker
 * leaves nothing half done and the next one goes on behind the last row.
 */
export const runImport = defineLongSubscriber({
  name: 'imports.run-import',
  on: [importStarted, importResumed],
  retry: { maxAttempts: 6, firstMs: 1_000, maxMs: 30_000 },
  run: (ctx, { event }, tools) => importFile(ctx, event.subjectId, tools),
  settle: async (tx, { event }, settlement) => {
    if (settlement.state === 'dead') await failImport(tx, { id: event.subjectId, reason: settlement.reason });
  },
});

interface Run {
  ctx: Context;
  tools: LongTools;
  batch: Omit<ImportBatch, 'rows'>;
}

async function importFile(ctx: Context, id: string, tools: LongTools): Promise<void> {
  const { current, facts } = await inWorkspace(ctx, async (tx) => {
    const locked = await lockImport(tx, id);
    return { current: locked, facts: await loadRunFacts(tx, locked) };
  });
  const { plan, source } = current.settings;
  if (current.state !== 'running' || !plan) return;
  const run: Run = { ctx, tools, batch: { importId: id, plan, facts, source: source ?? current.fileName } };
  let handled = 0;
  let nextLook = 0;
  for await (const rows of cutBatches(remainingRows(ctx, current, { plan, facts }))) {
    tools.signal.throwIfAborted();
    if (handled >= nextLook) {
      await refreshStatistics(ctx);
      nextLook = Math.max(1, handled) * 4;
    }
    if (!(await importRows(run, rows))) return;
    handled += rows.length;
  }
  await inWorkspace(ctx, async (tx) => {
    await tools.renew(tx);
    await completeImport(tx, { id });
  });
}

/** The rows behind the checkpoint; those before it are only read for the handles they were of. */
async function* remainingRows(
  ctx: Context,
  { fileHash, analysis, rowsDone }: LockedImport,
  { plan, facts }: { plan: ImportPlan; facts: RunFacts },
): AsyncGenerator<SourceRow> {
  for await (const row of readTable(await readStoredFile(ctx, fileHash), analysis.format)) {
    if (row.rowNumber > rowsDone) yield row;
    else {
      const parsed = parseRow(plan, row);
      if (!parsed.rejection) touchHandles(facts, parsed);
      facts.touchedHandles.keep();
    }
  }
}

/**
 * One batch. Rows the database refuses are found by halving and rejected; the rest of the import goes on. False when
 * the import is not to go on here.
 */
async function importRows(run: Run, rows: readonly SourceRow[]): Promise<boolean> {
  try {
    return await commitBatch(run, rows);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [only] = rows;
    if (rows.length === 1 && only && !only.problem) return importRows(run, [{ ...only, problem: 'not_storable' }]);
    if (rows.length === 1) throw error;
    const middle = Math.ceil(rows.length / 2);
    return (await importRows(run, rows.slice(0, middle))) && importRows(run, rows.slice(middle));
  }
}

async function commitBatch({ ctx, tools, batch }: Run, rows: readonly SourceRow[]): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const done = await inWorkspace(ctx, async (tx) => {
        await tools.renew(tx);
        return importBatch(tx, { ...batch, rows });
      });
      batch.facts.touchedCreators.keep();
      batch.facts.touchedHandles.keep();
      return done;
    } catch (error) {
      const changed = isAppError(error) && error.details.reason === 'changed_meanwhile';
      if (!changed || attempt === 5) throw error;
    }
  }
}

/** A value that a column, a check or a key does not take. */
function isRefusal(error: unknown): boolean {
  return !isAppError(error) && /^(22|23|54)/.test(sqlStateOf(error) ?? '');
}

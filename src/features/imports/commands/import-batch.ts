import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { loadDirectory } from '@/features/imports/commands/load-directory';
import { loadEarlierRows } from '@/features/imports/commands/load-earlier-rows';
import { lockProgress } from '@/features/imports/commands/lock-import';
import { readByIndex } from '@/features/imports/commands/read-by-index';
import { writeBatch } from '@/features/imports/commands/write-batch';
import { createDraft, type RunFacts } from '@/features/imports/model/batch-draft';
import { decideRow } from '@/features/imports/model/decide-row';
import { parseRow } from '@/features/imports/model/parse-row';
import type { ImportPlan } from '@/features/imports/model/plan-import';
import type { SourceRow } from '@/features/imports/model/source-row';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

export interface ImportBatch {
  importId: string;
  rows: readonly SourceRow[];
  plan: ImportPlan;
  facts: RunFacts;
  source: string;
}

/**
 * Imports one batch of rows and moves the checkpoint with them, all or nothing. False when the import is not running
 * any more, or another worker went on with it: then nothing was done. What it touched
 * is kept by its caller, after the commit.
 */
export async function importBatch(tx: Tx, { importId, rows, plan, facts, source }: ImportBatch): Promise<boolean> {
  const first = rows[0]?.rowNumber ?? 0;
  const progress = await lockProgress(tx, importId);
  if (progress.state !== 'running' || progress.rowsDone !== first - 1) return false;
  await readByIndex(tx);
  await lockCreatorIdentity(tx);
  facts.touchedCreators.begin();
  facts.touchedHandles.begin();
  const parsed = rows.map((row) => parseRow(plan, row));
  const draft = createDraft(facts);
  await loadEarlierRows(tx, draft, rows);
  await loadDirectory(tx, draft, parsed);
  parsed.forEach((row, index) => {
    const source = rows[index];
    if (source) decideRow(draft, source, row);
  });
  await writeBatch(tx, draft, { importId, source });
  await tx.execute(sql`
    update import set rows_done = ${first - 1 + rows.length} where id = ${importId}::uuid`);
  return true;
}

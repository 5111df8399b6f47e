import { lockImport, type LockedImport } from '@/features/imports/commands/lock-import';
import { loadDirectory } from '@/features/imports/commands/load-directory';
import { loadEarlierRows } from '@/features/imports/commands/load-earlier-rows';
import { refreshStatistics } from '@/features/imports/commands/refresh-statistics';
import { saveExpected } from '@/features/imports/commands/save-expected';
import { importDryRunAsked } from '@/features/imports/events';
import { createDraft, noCounts, type BatchDraft, type RunFacts } from '@/features/imports/model/batch-draft';
import { cutBatches } from '@/features/imports/model/cut-batches';
import { decideRow } from '@/features/imports/model/decide-row';
import { createDirectory, type Directory } from '@/features/imports/model/directory';
import { parseRow } from '@/features/imports/model/parse-row';
import type { ImportPlan } from '@/features/imports/model/plan-import';
import { readTable } from '@/features/imports/model/read-table';
import type { SourceRow } from '@/features/imports/model/source-row';
import { loadRunFacts } from '@/features/imports/queries/load-run-facts';
import type { Expected } from '@/features/imports/schemas/import';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { defineLongSubscriber, type LongTools } from '@/platform/events/define-subscriber';
import { readStoredFile } from '@/platform/storage/read-stored-file';

/**
 * Counts what an import would do by deciding every row as the import itself does, over what is in the database and what
 * earlier rows would have made of it, which is kept in memory. Writes nothing but the expectation.
 */
export const dryRunImportFile = defineLongSubscriber({
  name: 'imports.dry-run-import',
  on: [importDryRunAsked],
  retry: { maxAttempts: 4, firstMs: 1_000 },
  run: (ctx, { event }, tools) =>
    event.payload ? tryFile(ctx, { id: event.subjectId, version: event.payload.version }, tools) : Promise.resolve(),
});

interface Trial {
  id: string;
  /** Of the import as it was when this was asked for; mapped anew it has another. */
  version: number;
}

interface Trying {
  plan: ImportPlan;
  facts: RunFacts;
  directory: Directory;
  vocabulary: Pick<BatchDraft, 'customFields' | 'knownTags'>;
}

async function tryFile(ctx: Context, trial: Trial, tools: LongTools): Promise<void> {
  const { current, facts } = await inWorkspace(ctx, async (tx) => {
    const locked = await lockImport(tx, trial.id);
    return { current: locked, facts: await loadRunFacts(tx, locked) };
  });
  const { plan } = current.settings;
  if (!isCurrent(current, trial) || !plan) return;
  const trying: Trying = {
    plan,
    facts,
    directory: createDirectory(),
    vocabulary: { customFields: new Map(), knownTags: new Set() },
  };
  const expected: Expected = {
    complete: false,
    done: 0,
    counts: { rows: 0, ...noCounts() },
    rejections: [],
    warnings: 0,
  };
  const save = () =>
    inWorkspace(ctx, async (tx) => {
      await tools.renew(tx);
      return saveExpected(tx, { ...trial, expected });
    });
  await refreshStatistics(ctx);
  const rows = readTable(await readStoredFile(ctx, current.fileHash), current.analysis.format);
  for await (const batch of cutBatches(rows)) {
    tools.signal.throwIfAborted();
    addOutcomes(expected, await decideBatch(ctx, trying, batch));
    if (!(await save())) return;
  }
  expected.complete = true;
  await save();
}

function isCurrent({ state, version }: Pick<LockedImport, 'state' | 'version'>, trial: Trial): boolean {
  return state === 'dry_run' && version === trial.version;
}

async function decideBatch(ctx: Context, trying: Trying, batch: readonly SourceRow[]): Promise<BatchDraft> {
  const draft = { ...createDraft(trying.facts, trying.directory), ...trying.vocabulary };
  const parsed = batch.map((row) => parseRow(trying.plan, row));
  await inWorkspace(ctx, async (tx) => {
    await loadEarlierRows(tx, draft, batch);
    await loadDirectory(tx, draft, parsed);
  });
  parsed.forEach((row, index) => {
    const source = batch[index];
    if (source) decideRow(draft, source, row);
  });
  return draft;
}

const listed = 200;

function addOutcomes(expected: Expected, { rows }: BatchDraft): void {
  for (const { outcome, rowNumber, lineNumber, issues } of rows) {
    expected.done += 1;
    expected.counts.rows += 1;
    expected.counts[outcome] += 1;
    const [issue] = issues ?? [];
    if (outcome !== 'rejected') expected.warnings += issues?.length ?? 0;
    else if (issue && expected.rejections.length < listed)
      expected.rejections.push({ rowNumber, lineNumber, ...issue });
  }
}

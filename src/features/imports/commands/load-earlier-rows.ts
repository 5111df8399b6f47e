import type { BatchDraft } from '@/features/imports/model/batch-draft';
import type { SourceRow } from '@/features/imports/model/source-row';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Reads into the draft whom (after merges) the rows of a batch were of when their file was imported before. */
export async function loadEarlierRows(tx: Tx, draft: BatchDraft, batch: readonly SourceRow[]): Promise<void> {
  const { earlierImport } = draft.facts;
  if (!earlierImport) return;
  const rows = await tx.rows<{ rowNumber: number; creatorId: string }>(sql`
    select r.row_number as "rowNumber", c.root_id as "creatorId"
    from import_row r join creator c on c.id = r.creator_id
    where r.import_id = ${earlierImport}::uuid
      and r.row_number between ${batch[0]?.rowNumber ?? 0} and ${batch.at(-1)?.rowNumber ?? 0}`);
  for (const { rowNumber, creatorId } of rows) draft.earlier.set(rowNumber, creatorId);
}

import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import { toJson } from '@/features/imports/model/to-json';
import { writeChildren } from '@/features/imports/commands/write-children';
import { writeContacts } from '@/features/imports/commands/write-contacts';
import { insertCreators, updateCreators } from '@/features/imports/commands/write-creators';
import { writeEvents } from '@/features/imports/commands/write-events';
import { writeHandles } from '@/features/imports/commands/write-handles';
import type { WrittenFor } from '@/features/imports/model/written-for';
import { writeVocabulary } from '@/features/imports/commands/write-vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Writes what a batch decided: each table once, the search entries once, an event for each changed creator, the rows. */
export async function writeBatch(tx: Tx, draft: BatchDraft, written: WrittenFor): Promise<void> {
  await tx.execute(sql`set local app.search_deferred = '1'`);
  await writeVocabulary(tx, draft);
  await insertCreators(tx, draft, written);
  await updateCreators(tx, [...draft.updated.values()]);
  await writeContacts(tx, draft);
  await writeHandles(tx, draft, written);
  await writeChildren(tx, draft, written);
  const linked = draft.links.filter((link) => link.shared).map((link) => link.creatorId);
  const stale = [...new Set([...draft.touched, ...linked])];
  if (stale.length > 0) await refreshCreatorNumbers(tx, stale);
  const changed = [...draft.created.keys(), ...draft.touched];
  if (changed.length > 0) await tx.execute(sql`select refresh_creator_search(${changed}::uuid[])`);
  await writeEvents(tx, draft);
  await writeRows(tx, draft, written);
}

async function writeRows(tx: Tx, { rows }: BatchDraft, { importId }: WrittenFor): Promise<void> {
  await tx.execute(sql`
    insert into import_row (workspace_id, import_id, row_number, line_number, cells, outcome, field, reason, creator_id,
      changes, issues)
    select ${tx.ctx.workspaceId}::uuid, ${importId}::uuid, r."rowNumber", r."lineNumber", r.cells, r.outcome, r.field,
      r.reason, r."creatorId", r.changes, r.issues
    from json_to_recordset(${toJson(rows)}::json) as r("rowNumber" int, "lineNumber" int, cells text[], outcome text,
      field text, reason text, "creatorId" uuid, changes jsonb, issues jsonb)`);
}

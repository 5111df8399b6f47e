import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { lockImport, type LockedImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { readByIndex } from '@/features/imports/commands/read-by-index';
import { removeMade } from '@/features/imports/commands/remove-made';
import { removeChildren } from '@/features/imports/commands/remove-children';
import { removeCreators } from '@/features/imports/commands/remove-creators';
import { restoreFields } from '@/features/imports/commands/restore-fields';
import { restoreHandles } from '@/features/imports/commands/restore-handles';
import { importUndone } from '@/features/imports/events';
import type { UndoneRow } from '@/features/imports/model/undone-row';
import { findUntouched } from '@/features/imports/queries/find-untouched';
import type { Undo } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { encodeId } from '@/shared/ids';

interface UndoneBatch {
  importId: string;
  /** Creators the import made. */
  createdHere: ReadonlySet<string>;
}

const batchRows = 500;
const listed = 200;

/**
 * Takes back the last rows that are not taken back yet. Creators the import made are deleted unless something happened
 * with them since, and then stay as they are; of the others the fields that still hold what the import wrote become
 * what they were, and what it added is removed. False when nothing is left: then the import is undone.
 */
export async function undoBatch(tx: Tx, { importId, createdHere }: UndoneBatch): Promise<boolean> {
  const current = await lockImport(tx, importId);
  if (!current.undo || current.state === 'undone') return false;
  await tx.execute(sql`set local app.search_deferred = '1'`);
  await readByIndex(tx);
  await lockCreatorIdentity(tx);
  const rows = await tx.rows<UndoneRow>(sql`
    select row_number as "rowNumber", creator_id as "creatorId", coalesce(changes, '{}') as changes from import_row
    where import_id = ${importId}::uuid and row_number <= ${current.undo.left}
      and outcome in ('created', 'updated') and creator_id is not null
    order by row_number desc limit ${batchRows}`);
  const last = rows.at(-1);
  if (!last) return finish(tx, { ...current, undo: current.undo });
  const undone = await undoRows(tx, { importId, createdHere, rows });
  const undo = addUp({ ...current.undo, left: last.rowNumber - 1 }, undone);
  await tx.execute(sql`update import set undo = ${JSON.stringify(undo)}::jsonb where id = ${importId}::uuid`);
  return true;
}

interface Undone {
  deleted: number;
  restored: number;
  kept: { id: string; displayName: string }[];
}

async function undoRows(
  tx: Tx,
  { importId, createdHere, rows }: UndoneBatch & { rows: readonly UndoneRow[] },
): Promise<Undone> {
  const made = [...new Set(rows.map((row) => row.creatorId).filter((id) => createdHere.has(id)))];
  const untouched = await findUntouched(tx, { importId, creatorIds: made });
  const changed = rows.filter((row) => !createdHere.has(row.creatorId));
  const restored = await restoreFields(tx, changed);
  await restoreHandles(tx, importId, changed);
  await removeChildren(tx, changed);
  const deletable = rows.filter((row) => row.changes.created && untouched.has(row.creatorId));
  await removeCreators(
    tx,
    deletable.map((row) => row.creatorId),
  );
  const undone = rows.filter((row) => !createdHere.has(row.creatorId) || untouched.has(row.creatorId));
  const holders = await removeMade(tx, undone);
  const touched = [...new Set([...changed.map((row) => row.creatorId), ...holders])];
  if (touched.length > 0) {
    await refreshCreatorNumbers(tx, touched);
    await tx.execute(sql`select refresh_creator_search(${touched}::uuid[])`);
  }
  const kept = rows.filter((row) => row.changes.created && !untouched.has(row.creatorId)).map((row) => row.creatorId);
  return { deleted: deletable.length, restored, kept: await namesOf(tx, kept) };
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Undone['kept']> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<{ id: string; displayName: string }>(sql`
    select id, display_name as "displayName" from creator where id = any (${ids}::uuid[]) order by id`);
  return rows.map(({ id, displayName }) => ({ id: encodeId('creator', id), displayName }));
}

function addUp(undo: Undo, { deleted, restored, kept }: Undone): Undo {
  return {
    ...undo,
    deleted: undo.deleted + deleted,
    restored: undo.restored + restored,
    keptCount: undo.keptCount + kept.length,
    kept: [...undo.kept, ...kept].slice(0, listed),
  };
}

async function finish(tx: Tx, current: LockedImport & { undo: Undo }): Promise<false> {
  const undo = { ...current.undo, left: 0 };
  await moveImport(tx, current, { to: 'undone', set: sql`undo = ${JSON.stringify(undo)}::jsonb` });
  await recordEvent(tx, importUndone, {
    subjectId: current.id,
    payload: {
      fileName: current.fileName,
      deleted: undo.deleted,
      restored: undo.restored,
      kept: undo.keptCount,
    },
  });
  return false;
}

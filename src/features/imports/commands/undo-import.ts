import { lockImport } from '@/features/imports/commands/lock-import';
import { notPossible } from '@/features/imports/commands/move-import';
import { importUndoAsked } from '@/features/imports/events';
import type { Undo } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Lets the worker take back what an ended import did: creators it made and nobody changed since are deleted, values it
 * wrote and that still stand become what they were. Repeating it is success.
 * @throws AppError not_found, invalid_state
 */
export async function undoImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state === 'undone' || current.undo) return;
  if (!['completed', 'cancelled', 'failed'].includes(current.state)) throw notPossible(current.state);
  const undo: Undo = { left: current.rowsDone, deleted: 0, restored: 0, keptCount: 0, kept: [] };
  await tx.execute(sql`
    update import set undo = ${JSON.stringify(undo)}::jsonb, version = version + 1 where id = ${id}::uuid`);
  await recordEvent(tx, importUndoAsked, { subjectId: id, payload: { fileName: current.fileName } });
}

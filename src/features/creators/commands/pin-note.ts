import { notePinned, noteUnpinned } from '@/features/creators/events';
import { lockNote } from '@/features/creators/commands/lock-note';
import { excerptOf } from '@/shared/excerpt-of';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Pins a note to where anyone is about to write, or takes it off. @throws AppError not_found */
export async function pinNote(tx: Tx, { id, pinned }: { id: string; pinned: boolean }): Promise<void> {
  const note = await lockNote(tx, id);
  if (note.archivedAt) throw new AppError('not_found');
  if (note.pinned === pinned) return;
  await tx.db.note.updateMany({ where: { id }, data: { pinned } });
  await recordEvent(tx, pinned ? notePinned : noteUnpinned, {
    subjectId: id,
    creatorId: note.creatorId,
    payload: { excerpt: excerptOf(note.text) },
  });
}

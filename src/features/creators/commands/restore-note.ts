import { noteRestored } from '@/features/creators/events';
import { lockNote } from '@/features/creators/commands/lock-note';
import { excerptOf } from '@/shared/excerpt-of';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/** Brings an archived note back. One that is there already changes nothing. @throws AppError not_found */
export async function restoreNote(tx: Tx, { id }: { id: string }): Promise<void> {
  const note = await lockNote(tx, id);
  if (!note.archivedAt) return;
  await tx.db.note.updateMany({ where: { id }, data: { archivedAt: null } });
  await recordEvent(tx, noteRestored, {
    subjectId: id,
    creatorId: note.creatorId,
    payload: { excerpt: excerptOf(note.text) },
  });
}

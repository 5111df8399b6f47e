import { noteArchived } from '@/features/creators/events';
import { lockNote } from '@/features/creators/commands/lock-note';
import { excerptOf } from '@/shared/excerpt-of';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/** Takes a note away; it is kept, with its versions. Again changes nothing. @throws AppError not_found */
export async function archiveNote(tx: Tx, { id }: { id: string }): Promise<void> {
  const note = await lockNote(tx, id);
  if (note.archivedAt) return;
  await tx.db.note.updateMany({ where: { id }, data: { archivedAt: tx.ctx.now } });
  await recordEvent(tx, noteArchived, {
    subjectId: id,
    creatorId: note.creatorId,
    payload: { excerpt: excerptOf(note.text) },
  });
}

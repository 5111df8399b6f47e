import { noteEdited } from '@/features/creators/events';
import { staleVersion } from '@/features/creators/commands/lock-creator';
import { lockNote, type NoteRow } from '@/features/creators/commands/lock-note';
import { readNoteHtml } from '@/features/creators/commands/read-note-html';
import { excerptOf } from '@/shared/excerpt-of';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

export interface EditNoteInput {
  id: string;
  html: string;
  version?: number | undefined;
}

/**
 * Replaces what a note says; what it said before is kept as a version. Records `note.edited`. The same text again
 * changes nothing. Answers the version that stands then.
 * @throws AppError not_found (archived ones too), conflict `stale_version`, invalid_input
 */
export async function editNote(tx: Tx, { id, html, version }: EditNoteInput): Promise<number> {
  const note = await lockNote(tx, id);
  if (note.archivedAt) throw new AppError('not_found');
  const content = await readNoteHtml(tx, html);
  if (content.html === note.html) return note.version;
  if (version !== undefined && version !== note.version) throw staleVersion(note.version);
  await keepVersion(tx, note);
  const next = note.version + 1;
  await tx.db.note.updateMany({
    where: { id, version: note.version },
    data: { html: content.html, text: content.text, version: next, updatedAt: tx.ctx.now },
  });
  await tx.db.noteMention.deleteMany({ where: { noteId: id } });
  await tx.db.noteMention.createMany({
    data: content.mentions.map((membershipId) => ({ workspaceId: tx.ctx.workspaceId, noteId: id, membershipId })),
  });
  await recordEvent(tx, noteEdited, {
    subjectId: id,
    creatorId: note.creatorId,
    payload: {
      excerpt: excerptOf(content.text),
      mentions: content.mentions.map((membershipId) => encodeId('membership', membershipId)),
      version: next,
    },
  });
  return next;
}

async function keepVersion(tx: Tx, note: NoteRow): Promise<void> {
  const { actor, workspaceId } = tx.ctx;
  await tx.db.noteVersion.create({
    data: {
      workspaceId,
      noteId: note.id,
      version: note.version,
      html: note.html,
      text: note.text,
      editedBy: actor.type === 'user' ? actor.membershipId : null,
      writtenAt: note.updatedAt,
    },
  });
}

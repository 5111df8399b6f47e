import { noteCreated } from '@/features/creators/events';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { readNoteHtml } from '@/features/creators/commands/read-note-html';
import { touchCreator } from '@/features/creators/commands/touch-creator';
import { excerptOf } from '@/shared/excerpt-of';
import type { CreateNoteInput } from '@/features/creators/schemas/note';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { encodeId, newId } from '@/shared/ids';

/**
 * Writes a note on a creator, sanitised, with whom it mentions, and records `note.created`. Answers its id.
 * @throws AppError not_found, invalid_input (blank, mentions a stranger)
 */
export async function createNote(tx: Tx, { creatorId, html, pinned }: CreateNoteInput): Promise<string> {
  const { actor, workspaceId, now } = tx.ctx;
  const creator = await lockCreator(tx, creatorId);
  const content = await readNoteHtml(tx, html);
  const id = newId();
  await tx.db.note.create({
    data: {
      id,
      workspaceId,
      creatorId: creator.id,
      authorId: actor.type === 'user' ? actor.membershipId : null,
      html: content.html,
      text: content.text,
      pinned,
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.db.noteMention.createMany({
    data: content.mentions.map((membershipId) => ({ workspaceId, noteId: id, membershipId })),
  });
  await touchCreator(tx, creator.id);
  await recordEvent(tx, noteCreated, {
    subjectId: id,
    creatorId: creator.id,
    payload: {
      excerpt: excerptOf(content.text),
      mentions: content.mentions.map((membershipId) => encodeId('membership', membershipId)),
    },
  });
  return id;
}

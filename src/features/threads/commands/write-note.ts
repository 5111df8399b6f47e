import { readNoteHtml } from '@/features/creators/commands/read-note-html';
import { excerptOf } from '@/shared/excerpt-of';
import { claimDraft, insertEntry } from '@/features/threads/commands/insert-entry';
import { lockThread } from '@/features/threads/commands/lock-threads';
import { threadNoted } from '@/features/threads/events';
import type { WriteNoteInput } from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { encodeId, newId } from '@/shared/ids';

/**
 * Writes an internal note into a conversation: for colleagues only, never sent. Records `thread.noted` with whom it
 * mentions. The same `draftId` again is the same note. Answers the id of the entry.
 * @throws AppError not_found (conversation, file), invalid_input (blank, mentions a stranger), limit_exceeded
 */
export async function writeNote(tx: Tx, { id, html, fileIds = [], draftId }: WriteNoteInput): Promise<string> {
  const messageId = draftId ? await claimDraft(tx, draftId) : newId();
  if (await tx.db.message.findFirst({ where: { id: messageId }, select: { id: true } })) return messageId;
  const { creatorId, subject } = await lockThread(tx, id);
  const content = await readNoteHtml(tx, html);
  const { actor, now } = tx.ctx;
  await insertEntry(tx, {
    ...{ id: messageId, threadId: id, creatorId: null, subject: '', at: now, fileIds },
    ...{ direction: 'internal', kind: 'note', state: 'noted' },
    ...{ html: content.html, text: content.text, fromName: actor.type === 'worker' ? '' : actor.name },
  });
  await tx.execute(sql`
    update thread set last_message_at = greatest(last_message_at, ${now}), version = version + 1 where id = ${id}::uuid`);
  const mentions = content.mentions.map((membershipId) => encodeId('membership', membershipId));
  await recordEvent(tx, threadNoted, {
    subjectId: id,
    creatorId,
    payload: { subject, messageId: encodeId('message', messageId), excerpt: excerptOf(content.text), mentions },
  });
  return messageId;
}

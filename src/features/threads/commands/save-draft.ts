import { attachFiles } from '@/features/threads/commands/insert-entry';
import { lockThread } from '@/features/threads/commands/lock-threads';
import { messageDrafted } from '@/features/threads/events';
import { requireFiles } from '@/features/threads/queries/require-files';
import type { SaveDraftInput } from '@/features/threads/schemas/draft';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { sanitizeHtml } from '@/platform/html/sanitize-html';
import { toPlainText } from '@/platform/html/to-plain-text';
import { AppError } from '@/shared/errors';
import { encodeId, newId } from '@/shared/ids';

export interface SavedDraft {
  id: string;
  version: number;
}

/**
 * Keeps the answer that is being written in a conversation; everybody who sees the conversation shares it. Begun, it
 * records `message.drafted`; what is typed after that is no event.
 * @throws AppError not_found (conversation, file), conflict `stale_draft` (`draft`: what stands, so that nothing is lost)
 */
export async function saveDraft(tx: Tx, input: SaveDraftInput): Promise<SavedDraft> {
  const thread = await lockThread(tx, input.threadId);
  const html = sanitizeHtml(input.html);
  const content = { subject: input.subject, html, text: toPlainText(html) };
  const known = await findDraft(tx, input.threadId);
  if (known?.version !== input.version) throw staleDraft(known);
  const draft = known
    ? await rewrite(tx, known, content)
    : await begin(tx, { ...content, threadId: thread.id, creatorId: thread.creatorId });
  await rewriteParts(tx, draft.id, input);
  if (!known) {
    await recordEvent(tx, messageDrafted, {
      subjectId: draft.id,
      creatorId: thread.creatorId,
      payload: { subject: thread.subject, threadId: encodeId('thread', thread.id), mentions: [] },
    });
  }
  return draft;
}

interface DraftRow extends SavedDraft {
  html: string;
  authorName: string | null;
}

interface DraftContent {
  subject: string;
  html: string;
  text: string;
}

async function findDraft(tx: Tx, threadId: string): Promise<DraftRow | undefined> {
  const [draft] = await tx.rows<DraftRow>(sql`
    select m.id, m.version, m.html, u.name as "authorName" from message m
    left join membership p on p.id = m.author_id left join app_user u on u.id = p.user_id
    where m.thread_id = ${threadId}::uuid and m.state = 'draft' for update of m`);
  return draft;
}

function staleDraft(known: DraftRow | undefined): AppError {
  const message = known
    ? `${known.authorName ?? 'Somebody'} changed this answer in the meantime. Your words are kept here.`
    : 'This answer was sent or discarded in the meantime. Your words are kept here.';
  const draft = known && { ...known, id: encodeId('message', known.id) };
  return new AppError('conflict', { reason: 'stale_draft', message, extra: { draft: draft ?? null } });
}

async function rewrite(tx: Tx, { id, version }: DraftRow, content: DraftContent): Promise<SavedDraft> {
  const { actor } = tx.ctx;
  const author = actor.type === 'user' ? { authorId: actor.membershipId } : {};
  await tx.db.message.updateMany({ where: { id, version }, data: { ...content, ...author, version: version + 1 } });
  return { id, version: version + 1 };
}

async function begin(
  tx: Tx,
  draft: DraftContent & { threadId: string; creatorId: string | null },
): Promise<SavedDraft> {
  const { actor, now, workspaceId } = tx.ctx;
  const id = newId();
  await tx.db.message.create({
    data: {
      ...draft,
      ...{ id, workspaceId, direction: 'outgoing', state: 'draft', createdAt: now },
      ...{ fromName: '', fromAddress: '', rfcMessageId: `<${id}@draft.invalid>` },
      ...{ authorId: actor.type === 'user' ? actor.membershipId : null },
    },
  });
  return { id, version: 1 };
}

async function rewriteParts(tx: Tx, messageId: string, { fileIds, to }: SaveDraftInput): Promise<void> {
  const { workspaceId } = tx.ctx;
  const files = await requireFiles(tx, fileIds);
  await tx.db.attachment.deleteMany({ where: { messageId } });
  await attachFiles(tx, messageId, files);
  await tx.db.messageRecipient.deleteMany({ where: { messageId } });
  await tx.db.messageRecipient.createMany({
    data: (to ?? []).map(({ name, address }) => ({ id: newId(), workspaceId, messageId, kind: 'to', name, address })),
  });
}

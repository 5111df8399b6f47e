import { v5 as uuidv5 } from 'uuid';
import { requireFiles } from '@/features/threads/queries/require-files';
import { toOneLine } from '@/features/threads/model/merge-fields';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

/** The id that a writer's draft has or will have as a message; others who bring the same draft wait here. */
export async function claimDraft(tx: Tx, draftId: string): Promise<string> {
  const { actor, workspaceId } = tx.ctx;
  const author = actor.type === 'user' ? actor.membershipId : actor.type === 'key' ? actor.keyId : '';
  const id = uuidv5(`${workspaceId} ${author} ${draftId}`, uuidv5.URL);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  return id;
}

/** What is written down in a conversation and never sent: a note, a direct message, a call. */
export interface NewEntry {
  id: string;
  threadId: string;
  creatorId: string | null;
  direction: 'incoming' | 'outgoing' | 'internal';
  kind: 'note' | 'message';
  state: 'noted' | 'received' | 'sent';
  subject: string;
  html: string;
  text: string;
  fromName: string;
  at: Date;
  fileIds: readonly string[];
}

/** @throws AppError not_found (file), limit_exceeded */
export async function insertEntry(tx: Tx, { fileIds, at, ...entry }: NewEntry): Promise<void> {
  const { actor, workspaceId } = tx.ctx;
  const files = await requireFiles(tx, fileIds);
  await tx.db.message.create({
    data: {
      ...entry,
      ...{ workspaceId, authorId: actor.type === 'user' ? actor.membershipId : null },
      ...{ visibleText: entry.direction === 'incoming' ? entry.text : null },
      ...{ fromAddress: '', rfcMessageId: `<${entry.id}@entry.invalid>` },
      ...{ createdAt: at, sentAt: entry.state === 'sent' ? at : null },
    },
  });
  await attachFiles(tx, entry.id, files);
}

/** Hangs files on a message, in their order. */
export async function attachFiles(
  tx: Tx,
  messageId: string,
  files: readonly { id: string; name: string }[],
): Promise<void> {
  const { workspaceId } = tx.ctx;
  await tx.db.attachment.createMany({
    data: files.map((file, position) => ({
      ...{ id: newId(), workspaceId, messageId, position },
      ...{ fileId: file.id, name: toOneLine(file.name) },
    })),
  });
}

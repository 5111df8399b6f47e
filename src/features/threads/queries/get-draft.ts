import { messageColumns, messageTables, toMessage, type MessageRow } from '@/features/threads/queries/message-rows';
import { seesThread } from '@/features/threads/queries/mailbox-scope';
import type { MessageDto } from '@/features/threads/schemas/message';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

export type DraftDto = MessageDto & { fileIds: string[] };

/** The answer that is being written in a conversation, with the ids of its files; null when none is. */
export async function getDraft(tx: Tx, { id }: { id: string }): Promise<DraftDto | null> {
  const [row] = await tx.rows<MessageRow & { fileIds: string[] }>(sql`
    select ${messageColumns},
      array(select a.file_id from attachment a where a.message_id = m.id order by a.position) as "fileIds"
    from ${messageTables} join thread t on t.workspace_id = m.workspace_id and t.id = m.thread_id
    where m.thread_id = ${id}::uuid and m.state = 'draft' ${seesThread(tx.ctx)}`);
  if (!row) return null;
  const { fileIds, ...message } = row;
  return { ...toMessage(tx.ctx, message), fileIds: fileIds.map((file) => encodeId('file', file)) };
}

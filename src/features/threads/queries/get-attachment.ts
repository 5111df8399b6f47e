import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface AttachedFile {
  name: string;
  contentType: string;
  hash: string;
  size: number;
}

/** Where the bytes of a message's attachment are. @throws AppError not_found */
export async function getAttachment(tx: Tx, asked: { messageId: string; attachmentId: string }): Promise<AttachedFile> {
  const [file] = await tx.rows<AttachedFile>(sql`
    select a.name, f.content_type as "contentType", f.hash, f.size
    from attachment a
    join stored_file f on f.workspace_id = a.workspace_id and f.id = a.file_id
    join message m on m.workspace_id = a.workspace_id and m.id = a.message_id
    where a.id = ${asked.attachmentId}::uuid and m.id = ${asked.messageId}::uuid ${seesMessage(tx.ctx)}`);
  if (!file) throw new AppError('not_found');
  return file;
}

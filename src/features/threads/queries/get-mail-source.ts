import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** A mail as it came: its formatted body, the pictures within it, and where its bytes are. */
export interface MailSource {
  html: string;
  subject: string;
  raw: { hash: string; size: number } | null;
  pictures: { contentId: string; contentType: string; hash: string; size: number }[];
}

/** @throws AppError not_found (also what did not come in) */
export async function getMailSource(tx: Tx, messageId: string): Promise<MailSource> {
  const [source] = await tx.rows<MailSource>(sql`
    select m.html, m.subject,
      (select json_build_object('hash', f.hash, 'size', f.size) from stored_file f
        where f.workspace_id = m.workspace_id and f.id = m.raw_file_id) as raw,
      coalesce((select json_agg(json_build_object('contentId', a.content_id, 'contentType', f.content_type, 'hash', f.hash,
          'size', f.size))
        from attachment a join stored_file f on f.workspace_id = a.workspace_id and f.id = a.file_id
        where a.workspace_id = m.workspace_id and a.message_id = m.id and a.content_id is not null), '[]') as pictures
    from message m where m.id = ${messageId}::uuid and m.raw_file_id is not null ${seesMessage(tx.ctx)}`);
  if (!source)
    throw new AppError('not_found', { reason: 'message', message: 'There is no such message that came in.' });
  return source;
}

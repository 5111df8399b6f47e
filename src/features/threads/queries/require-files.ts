import { mostAttachmentBytes } from '@/features/threads/schemas/queue-message';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface FileToAttach {
  id: string;
  name: string;
}

/** Stored files by their ids, in that order. @throws AppError not_found, limit_exceeded (25 MB together) */
export async function requireFiles(tx: Tx, fileIds: readonly string[]): Promise<FileToAttach[]> {
  if (fileIds.length === 0) return [];
  const files = await tx.rows<FileToAttach & { size: number }>(sql`
    select f.id, f.name, f.size from unnest(${[...fileIds]}::uuid[]) with ordinality as asked(id, position)
    join stored_file f on f.id = asked.id order by asked.position`);
  if (files.length < fileIds.length) {
    throw new AppError('not_found', { reason: 'file', message: 'A file of this message is not there any more.' });
  }
  if (files.reduce((total, { size }) => total + size, 0) > mostAttachmentBytes) {
    const message = `The attachments are larger than ${mostAttachmentBytes / 1024 / 1024} MB together.`;
    throw new AppError('limit_exceeded', { reason: 'attachments_too_large', message });
  }
  return files;
}

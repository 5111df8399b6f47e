import { messageArchived, messageQueued, messageReceived } from '@/features/threads/events';
import type { Context } from '@/platform/auth/context';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineLongSubscriber, type LongTools } from '@/platform/events/define-subscriber';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import type { FileText } from '@/platform/text/file-text';
import { formatOf, mostReadBytes, readFileText } from '@/platform/text/read-file-text';
import { isAppError } from '@/shared/errors';

/** Of one message; what comes with more is found by its name. */
const mostFiles = 50;

/**
 * Reads what the files of a message say, so that a search finds it: each file once, however many messages it came with. What
 * cannot be read is kept as such and never tried again.
 */
export const readAttachments = defineLongSubscriber({
  name: 'threads.read-attachments',
  on: [messageReceived, messageArchived, messageQueued],
  retry: { maxAttempts: 3, firstMs: 5_000, maxMs: 60_000 },
  recipients: async (tx, { subjectId }) => ((await hasAttachments(tx, subjectId)) ? ['-'] : []),
  async run(ctx, { event }, tools) {
    for (const file of await findUnread(ctx, event.subjectId)) {
      tools.signal.throwIfAborted();
      await keepText(ctx, tools, { hash: file.hash, ...(await read(ctx, file, tools.signal)) });
    }
  },
});

async function hasAttachments(tx: Tx, messageId: string): Promise<boolean> {
  return (await tx.db.attachment.findFirst({ where: { messageId, contentId: null }, select: { id: true } })) !== null;
}

interface UnreadFile {
  hash: string;
  name: string;
  contentType: string;
  size: number;
}

async function findUnread(ctx: Context, messageId: string): Promise<UnreadFile[]> {
  const files = await inWorkspace(ctx, (tx) =>
    tx.rows<UnreadFile>(sql`
      select distinct on (f.hash) f.hash, a.name, f.content_type as "contentType", f.size
      from attachment a join stored_file f on f.id = a.file_id
      where a.message_id = ${messageId}::uuid and a.content_id is null
        and not exists (select from file_text x where x.hash = f.hash)
      order by f.hash, a.position limit ${mostFiles}::int`),
  );
  return files.filter((file) => formatOf(file) !== null);
}

async function read(ctx: Context, file: UnreadFile, signal: AbortSignal): Promise<FileText> {
  const format = formatOf(file);
  if (format === null || file.size > mostReadBytes) return { text: '', gap: 'too_large' };
  try {
    const chunks = await (await readStoredFile(ctx, file.hash)).toArray();
    return await readFileText(Buffer.concat(chunks as Buffer[]), format, signal);
  } catch (error) {
    // Bytes that are gone do not come back by trying again.
    if (isAppError(error) && error.details.reason === 'file_missing') return { text: '', gap: 'damaged' };
    throw error;
  }
}

async function keepText(
  ctx: Context,
  tools: LongTools,
  { hash, text, gap }: FileText & { hash: string },
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tools.renew(tx);
    await tx.execute(sql`
      insert into file_text (workspace_id, hash, text, gap, read_at)
      values (${tx.ctx.workspaceId}::uuid, ${hash}, ${text}, ${gap}, ${tx.ctx.now}) on conflict do nothing`);
  });
}

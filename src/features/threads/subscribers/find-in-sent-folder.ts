import { planMessage } from '@/features/threads/subscribers/plan-message';
import { inSentFolder } from '@/features/threads/subscribers/in-sent-folder';
import type { SentReceipt } from '@/features/threads/subscribers/settle-message';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { findByMessageId } from '@/platform/mail/imap/find-uids';

/**
 * Looks for a message in the Sent folder of its mailbox, where the provider puts what left. Null proves nothing: not
 * every provider does, and a mailbox may not be connected.
 */
export async function findInSentFolder(
  ctx: Context,
  messageId: string,
  signal: AbortSignal,
): Promise<SentReceipt | null> {
  const { connection, mail } = await inWorkspace(ctx, (tx) => planMessage(tx, messageId));
  if (!connection) return null;
  const { workspaceId } = ctx;
  const uid = await inSentFolder({ workspaceId, connection, signal }, (client, path) =>
    findByMessageId(client, path, mail.messageId),
  );
  return uid === null ? null : { response: 'Found in the Sent folder', refused: [] };
}

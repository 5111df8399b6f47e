import { disconnectMailbox } from '@/features/threads/commands/disconnect-mailbox';
import { mailboxArchived } from '@/features/threads/events';
import { requireMailbox } from '@/features/threads/queries/require-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Disconnects a mailbox and takes it out of every choice; its conversations stay. Connecting its address again brings it
 * back. @throws AppError not_found, forbidden
 */
export async function archiveMailbox(tx: Tx, { mailboxId }: { mailboxId: string }): Promise<void> {
  const { address } = await requireMailbox(tx, mailboxId);
  await disconnectMailbox(tx, { mailboxId });
  await tx.execute(sql`update mailbox set archived_at = ${tx.ctx.now} where id = ${mailboxId}::uuid`);
  await recordEvent(tx, mailboxArchived, { subjectId: mailboxId, payload: { address } });
}

import { mailboxDisconnected } from '@/features/threads/events';
import { requireMailbox } from '@/features/threads/queries/require-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Forgets how a mailbox is reached, its password or tokens with it. What was read stays, and how far it was read, so
 * that connecting it again doubles nothing. One that is not connected changes nothing. @throws AppError not_found, forbidden
 */
export async function disconnectMailbox(tx: Tx, { mailboxId }: { mailboxId: string }): Promise<void> {
  const { address } = await requireMailbox(tx, mailboxId);
  const gone = await tx.execute(sql`delete from mailbox_connection where mailbox_id = ${mailboxId}::uuid`);
  if (gone > 0) await recordEvent(tx, mailboxDisconnected, { subjectId: mailboxId, payload: { address } });
}

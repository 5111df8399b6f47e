import { renewMailboxLease, type MailboxLease } from '@/features/threads/commands/claim-mailbox';
import { mailboxImported } from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/** Enters that everything that was there is in; what went wrong before is over. @throws AppError conflict lease_lost */
export async function finishReading(tx: Tx, lease: MailboxLease): Promise<void> {
  await renewMailboxLease(tx, lease);
  const [first] = await tx.rows<{ address: string; messages: number | null }>(sql`
    update mailbox_connection c set synced_at = ${tx.ctx.now}, problem = null, attempts = 0, retry_at = null,
      history_done = c.history_total
    from mailbox_connection before join mailbox b on b.workspace_id = before.workspace_id and b.id = before.mailbox_id
    where c.mailbox_id = ${lease.mailboxId}::uuid and before.workspace_id = c.workspace_id and before.mailbox_id = c.mailbox_id
    returning b.address, case when before.synced_at is null then c.history_total end as messages`);
  if (first?.messages == null) return;
  const { address, messages } = first;
  await recordEvent(tx, mailboxImported, { subjectId: lease.mailboxId, payload: { address, messages } });
}

import { mailboxResumed } from '@/features/threads/events';
import { requireConnection } from '@/features/threads/commands/update-mailbox';
import { requireMailbox } from '@/features/threads/queries/require-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Reads a mailbox again that was paused or stood still, from where it was left. One that is read changes nothing, but for
 * a wait after failures, which ends. @throws AppError not_found, forbidden, invalid_state
 */
export async function resumeMailbox(tx: Tx, { mailboxId }: { mailboxId: string }): Promise<void> {
  const { address } = await requireMailbox(tx, mailboxId);
  await requireConnection(tx, mailboxId);
  await tx.execute(sql`
    update mailbox_connection set retry_at = null where mailbox_id = ${mailboxId}::uuid and state = 'connected'`);
  const moved = await tx.execute(sql`
    update mailbox_connection set state = 'connected', problem = null, attempts = 0, retry_at = null, version = version + 1
    where mailbox_id = ${mailboxId}::uuid and state in ('paused', 'failed')`);
  if (moved > 0) await recordEvent(tx, mailboxResumed, { subjectId: mailboxId, payload: { address } });
}

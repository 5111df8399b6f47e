import { mailboxPaused } from '@/features/threads/events';
import { requireConnection } from '@/features/threads/commands/update-mailbox';
import { requireMailbox } from '@/features/threads/queries/require-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/** Stops reading a mailbox; it still sends. Pausing a paused one changes nothing. @throws AppError not_found, forbidden, invalid_state */
export async function pauseMailbox(tx: Tx, { mailboxId }: { mailboxId: string }): Promise<void> {
  const { address } = await requireMailbox(tx, mailboxId);
  await requireConnection(tx, mailboxId);
  const moved = await tx.execute(sql`
    update mailbox_connection set state = 'paused', version = version + 1
    where mailbox_id = ${mailboxId}::uuid and state in ('connected', 'failed')`);
  if (moved > 0) await recordEvent(tx, mailboxPaused, { subjectId: mailboxId, payload: { address } });
}

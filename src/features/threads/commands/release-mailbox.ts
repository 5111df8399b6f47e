import type { MailboxLease } from '@/features/threads/commands/claim-mailbox';
import { mailboxFailed } from '@/features/threads/events';
import { delayAfterFailure } from '@/features/threads/model/delay-after-failure';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/** What ended the reading; null: the worker goes, and the next may begin at once. */
export interface ReadingProblem {
  message: string;
  /** Waiting may help. Otherwise the mailbox stands still until a person does something. */
  passing: boolean;
}

/** Gives a mailbox back with what went wrong. After a lease was lost, nothing changes. */
export async function releaseMailbox(tx: Tx, lease: MailboxLease, problem: ReadingProblem | null): Promise<void> {
  const [row] = await tx.rows<{ attempts: number; address: string }>(sql`
    update mailbox_connection c set lease_owner = null, lease_until = null,
      attempts = case when ${problem !== null} then attempts + 1 else attempts end
    from mailbox b
    where c.mailbox_id = ${lease.mailboxId}::uuid and c.lease_owner = ${lease.owner}::uuid and c.version = ${lease.version}
      and c.state = 'connected' and b.workspace_id = c.workspace_id and b.id = c.mailbox_id
    returning c.attempts, b.address`);
  if (!row || !problem) return;
  const { mailboxId } = lease;
  if (problem.passing) {
    const retryAt = new Date(tx.ctx.now.getTime() + delayAfterFailure(row.attempts, Math.random()));
    await tx.execute(sql`
      update mailbox_connection set problem = ${problem.message}, retry_at = ${retryAt} where mailbox_id = ${mailboxId}::uuid`);
    return;
  }
  await tx.execute(sql`
    update mailbox_connection set state = 'failed', problem = ${problem.message}, version = version + 1
    where mailbox_id = ${mailboxId}::uuid`);
  const payload = { address: row.address, problem: problem.message };
  await recordEvent(tx, mailboxFailed, { subjectId: mailboxId, payload });
}

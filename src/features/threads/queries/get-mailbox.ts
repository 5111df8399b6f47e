import { mailboxColumns, toMailbox, type MailboxRow } from '@/features/threads/queries/mailbox-rows';
import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** A mailbox with the state of its connection. @throws AppError not_found, also for one that this person does not see */
export async function getMailbox(tx: Tx, mailboxId: string): Promise<MailboxDto> {
  const [row] = await tx.rows<MailboxRow>(sql`
    select ${mailboxColumns} where b.id = ${mailboxId}::uuid and b.archived_at is null ${seesMailbox(tx.ctx)}`);
  if (!row) throw new AppError('not_found');
  return toMailbox(tx.ctx, row);
}

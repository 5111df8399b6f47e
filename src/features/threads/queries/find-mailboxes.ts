import { mailboxColumns, toMailbox, type MailboxRow } from '@/features/threads/queries/mailbox-rows';
import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** The mailboxes one may write from, each brand's default first. */
export async function findMailboxes(tx: Tx): Promise<MailboxDto[]> {
  const rows = await tx.rows<MailboxRow>(sql`
    select ${mailboxColumns} where b.archived_at is null and r.archived_at is null ${seesMailbox(tx.ctx)}
    order by r.created_at, r.id, b.created_at, b.id`);
  return rows.map((row) => toMailbox(tx.ctx, row));
}

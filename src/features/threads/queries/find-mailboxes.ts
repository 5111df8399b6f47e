import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

interface MailboxRow {
  id: string;
  brandId: string;
  brandName: string;
  address: string;
  displayName: string;
  kind: 'shared' | 'personal';
}

/** The mailboxes one may write from, each brand's default first. */
export async function findMailboxes(tx: Tx): Promise<MailboxDto[]> {
  const rows = await tx.rows<MailboxRow>(sql`
    select b.id, b.brand_id as "brandId", r.name as "brandName", b.address, b.display_name as "displayName", b.kind
    from mailbox b join brand r on r.workspace_id = b.workspace_id and r.id = b.brand_id
    where b.archived_at is null and r.archived_at is null ${seesMailbox(tx.ctx)}
    order by r.created_at, r.id, b.created_at, b.id`);
  return rows.map((row) => ({ ...row, id: encodeId('mailbox', row.id), brandId: encodeId('brand', row.brandId) }));
}

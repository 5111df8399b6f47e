import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** The mailbox a message leaves from, with its brand. */
export interface Sender {
  mailboxId: string;
  address: string;
  displayName: string;
  brandName: string;
  legalEntity: string | null;
  postalAddress: string | null;
}

/**
 * The mailbox asked for, or the default of the brand asked for, or that of the workspace's first brand that has one; null
 * when nobody asked and there is none.
 * @throws AppError not_found when the one asked for is not there, or is not for this Context
 */
export async function findSender(
  tx: Tx,
  asked: { mailboxId?: string | undefined; brandId?: string | undefined },
): Promise<Sender | null> {
  const { mailboxId = null, brandId = null } = asked;
  const [sender] = await tx.rows<Sender>(sql`
    select b.id as "mailboxId", b.address, b.display_name as "displayName", r.name as "brandName",
      r.legal_entity as "legalEntity", r.postal_address as "postalAddress"
    from mailbox b join brand r on r.workspace_id = b.workspace_id and r.id = b.brand_id
    where b.archived_at is null and r.archived_at is null ${seesMailbox(tx.ctx)}
      and b.id = coalesce(${mailboxId}::uuid, b.id) and b.brand_id = coalesce(${brandId}::uuid, b.brand_id)
    order by r.created_at, r.id, b.created_at, b.id limit 1`);
  if (sender) return sender;
  if (mailboxId !== null) throw new AppError('not_found', { reason: 'mailbox', message: 'There is no such mailbox.' });
  return null;
}

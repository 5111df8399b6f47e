import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { normalizeEmail } from '@/shared/identity/normalize-email';
import { AppError } from '@/shared/errors';

/**
 * The mailbox that pushed mail came in by: the one asked for, else the one with an address it was delivered to (also
 * with `+…`), else the workspace's first shared one.
 * @throws AppError not_found when the one asked for is not there, or there is none at all
 */
export async function findReceivingMailbox(
  tx: Tx,
  asked: { mailboxId: string | null; deliveredTo: readonly string[] },
): Promise<string> {
  const addresses = asked.deliveredTo.flatMap((one) => {
    const read = normalizeEmail(one.replace(/^.*<|>.*$/g, ''));
    return read.ok ? [read.normalized, read.normalized.replace(/\+[^@]*(?=@)/, '')] : [];
  });
  const [found] = await tx.rows<{ id: string }>(sql`
    select b.id from mailbox b
    where b.archived_at is null and b.id = coalesce(${asked.mailboxId}::uuid, b.id) ${seesMailbox(tx.ctx)}
      and (${asked.mailboxId}::uuid is not null or b.kind = 'shared' or lower(b.address) = any (${addresses}::text[]))
    order by lower(b.address) = any (${addresses}::text[]) desc, b.created_at, b.id limit 1`);
  if (!found) throw new AppError('not_found', { reason: 'mailbox', message: 'There is no such mailbox.' });
  return found.id;
}

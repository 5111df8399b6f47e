import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface OwnMailbox {
  id: string;
  address: string;
  kind: 'shared' | 'personal';
}

/**
 * The mailbox, locked, for whoever may change it: one's own, or as someone who looks after those of the team.
 * @throws AppError not_found, forbidden
 */
export async function requireMailbox(tx: Tx, mailboxId: string): Promise<OwnMailbox> {
  const { actor, permissions } = tx.ctx;
  const [mailbox] = await tx.rows<OwnMailbox & { ownerId: string | null }>(sql`
    select b.id, b.address, b.kind, b.owner_id as "ownerId" from mailbox b
    where b.id = ${mailboxId}::uuid and b.archived_at is null ${seesMailbox(tx.ctx)} for update`);
  if (!mailbox) throw new AppError('not_found');
  const own = actor.type === 'user' && actor.membershipId === mailbox.ownerId;
  if (!own && !permissions.has('mailbox.share')) {
    throw new AppError('forbidden', { message: 'Only its owner or an administrator changes this mailbox.' });
  }
  return mailbox;
}

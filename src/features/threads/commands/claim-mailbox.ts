import { findMailboxConnection, type MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';
import { AppError } from '@/shared/errors';

/** One worker's right to read a mailbox, until the time it holds or the settings change. */
export interface MailboxLease {
  mailboxId: string;
  owner: string;
  /** Of the settings it was taken with. */
  version: number;
  leaseMs: number;
}

/** Takes a mailbox that nobody reads; null when another worker was first, or there is nothing to read. */
export async function claimMailbox(
  tx: Tx,
  { mailboxId, leaseMs }: { mailboxId: string; leaseMs: number },
): Promise<{ lease: MailboxLease; connection: MailboxConnection } | null> {
  const { now } = tx.ctx;
  const owner = newId();
  const [row] = await tx.rows<{ version: number }>(sql`
    update mailbox_connection set lease_owner = ${owner}::uuid, lease_until = ${after(now, leaseMs)}
    where mailbox_id = ${mailboxId}::uuid and state = 'connected' and (lease_until is null or lease_until < ${now})
      and (retry_at is null or retry_at <= ${now})
    returning version`);
  const connection = row ? await findMailboxConnection(tx, mailboxId) : null;
  if (!row || !connection) return null;
  return { lease: { mailboxId, owner, version: row.version, leaseMs }, connection };
}

/**
 * Holds a lease for another while. In the transaction of everything the reader writes, so that a worker that was taken
 * for dead, or whose mailbox was paused or changed, writes nothing any more.
 * @throws AppError conflict lease_lost
 */
export async function renewMailboxLease(tx: Tx, { mailboxId, owner, version, leaseMs }: MailboxLease): Promise<void> {
  const held = await tx.execute(sql`
    update mailbox_connection set lease_until = ${after(tx.ctx.now, leaseMs)}
    where mailbox_id = ${mailboxId}::uuid and lease_owner = ${owner}::uuid and version = ${version} and state = 'connected'`);
  if (held === 0) {
    throw new AppError('conflict', { reason: 'lease_lost', message: 'Another worker reads this mailbox now.' });
  }
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

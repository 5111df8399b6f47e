import { mailboxUpdated } from '@/features/threads/events';
import { secretPurpose } from '@/features/threads/model/mailbox-secret';
import { findMailboxConnection, type MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import { requireMailbox, type OwnMailbox } from '@/features/threads/queries/require-mailbox';
import type { UpdateMailboxInput } from '@/features/threads/schemas/mailbox-connection';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { sealSecret } from '@/platform/secrets/seal-secret';
import { AppError } from '@/shared/errors';

type Account = NonNullable<UpdateMailboxInput['account']>;

/**
 * Changes a mailbox and how it is reached; the servers were tried before. A reader of the old settings stops, and the
 * next begins with the new ones, also after a failure. What is the same already changes nothing.
 * @throws AppError not_found, forbidden, invalid_state (not_connected, provider_account), invalid_input (a stored
 *   password goes to no other server)
 */
export async function updateMailbox(tx: Tx, mailboxId: string, input: UpdateMailboxInput): Promise<void> {
  const mailbox = await requireMailbox(tx, mailboxId);
  const changed = [
    ...(await updateNames(tx, mailbox, input)),
    ...(input.account ? await updateAccount(tx, mailbox, input.account) : []),
  ];
  if (changed.length === 0) return;
  await recordEvent(tx, mailboxUpdated, { subjectId: mailboxId, payload: { address: mailbox.address, changed } });
}

async function updateNames(tx: Tx, { id, kind }: OwnMailbox, input: UpdateMailboxInput): Promise<string[]> {
  const before = await tx.db.mailbox.findFirstOrThrow({ where: { id } });
  const visibility = kind === 'shared' ? 'team' : (input.visibility ?? before.visibility);
  const displayName = input.displayName ?? before.displayName;
  const changed = [
    ...(displayName === before.displayName ? [] : ['displayName']),
    ...(visibility === before.visibility ? [] : ['visibility']),
  ];
  if (changed.length > 0) await tx.db.mailbox.updateMany({ where: { id }, data: { displayName, visibility } });
  return changed;
}

async function updateAccount(tx: Tx, { id }: OwnMailbox, account: Account): Promise<string[]> {
  const before = await requireConnection(tx, id);
  if (before.auth !== 'password') {
    throw new AppError('invalid_state', {
      reason: 'provider_account',
      message: 'This mailbox was connected by its provider. Disconnect it to use a password.',
    });
  }
  assertPasswordStays(before, account);
  const changed = changedFields(before, account);
  if (changed.length === 0) return [];
  const place = { workspaceId: tx.ctx.workspaceId, purpose: secretPurpose(id) };
  const { imap, smtp, userName, password } = account;
  const secret = password === undefined ? before.secret : sealSecret(place, JSON.stringify({ password }));
  await tx.execute(sql`
    update mailbox_connection set imap_host = ${imap.host}, imap_port = ${imap.port}, imap_security = ${imap.security},
      smtp_host = ${smtp.host}, smtp_port = ${smtp.port}, smtp_security = ${smtp.security}, user_name = ${userName},
      secret = ${secret}, state = case state when 'paused' then 'paused' else 'connected' end, problem = null,
      attempts = 0, retry_at = null, lease_until = null, version = version + 1
    where mailbox_id = ${id}::uuid`);
  return changed;
}

/** @throws AppError invalid_state not_connected */
export async function requireConnection(tx: Tx, mailboxId: string): Promise<MailboxConnection> {
  const connection = await findMailboxConnection(tx, mailboxId);
  if (connection) return connection;
  throw new AppError('invalid_state', { reason: 'not_connected', message: 'This mailbox is not connected.' });
}

/** Whoever may change the servers could otherwise have the password sent to one of their own. */
export function assertPasswordStays(before: MailboxConnection, account: Account): void {
  if (account.password !== undefined) return;
  const moved = changedFields(before, account).length > 0;
  if (!moved) return;
  const message = 'Enter the password again: it is only sent to the server it was given for.';
  throw new AppError('invalid_input', { message, fields: [{ path: 'account.password', message }] });
}

function changedFields(before: MailboxConnection, account: Account): string[] {
  const differs = (one: object, other: object) =>
    Object.entries(one).some(([name, value]) => (other as Record<string, unknown>)[name] !== value);
  return [
    ...(differs(account.imap, before.imap) ? ['imap'] : []),
    ...(differs(account.smtp, before.smtp) ? ['smtp'] : []),
    ...(account.userName === before.userName ? [] : ['userName']),
    ...(account.password === undefined ? [] : ['password']),
  ];
}

import { mailboxConnected, mailboxCreated } from '@/features/threads/events';
import { secretPurpose, type MailboxSecret } from '@/features/threads/model/mailbox-secret';
import type { MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import type { ConnectMailboxInput } from '@/features/threads/schemas/mailbox-connection';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { sealSecret } from '@/platform/secrets/seal-secret';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/** A mailbox and how to reach it; both servers were tried before. */
export interface NewConnection extends Pick<
  ConnectMailboxInput,
  'brandId' | 'address' | 'displayName' | 'kind' | 'visibility' | 'historyFrom'
> {
  account: Pick<MailboxConnection, 'imap' | 'smtp' | 'userName' | 'auth'>;
  secret: MailboxSecret;
}

/**
 * Connects a mailbox, a new one or one that wrote through the installation's server so far; a worker begins to read it.
 * The secret is sealed. Connecting the same account of the same person again changes nothing. Answers the mailbox's id.
 * @throws AppError forbidden (a shared one needs `mailbox.share`, a personal one a person), not_found (brand), conflict
 *   (address_taken, already_connected)
 */
export async function connectMailbox(tx: Tx, input: NewConnection): Promise<string> {
  const ownerId = await assertMayConnect(tx, input);
  const { id, connected } = await keepMailbox(tx, input, ownerId);
  if (connected) return id;
  await insertConnection(tx, id, input);
  const { imap, smtp } = input.account;
  await recordEvent(tx, mailboxConnected, {
    subjectId: id,
    payload: {
      address: input.address,
      imap: `${imap.host}:${imap.port}`,
      smtp: `${smtp.host}:${smtp.port}`,
      historyFrom: input.historyFrom?.toISOString() ?? null,
    },
  });
  return id;
}

/**
 * Whose the mailbox will be; null: the team's. For whoever has to know before the servers are tried.
 * @throws AppError forbidden, not_found (brand)
 */
export async function assertMayConnect(
  tx: Tx,
  { kind, brandId }: Pick<NewConnection, 'kind' | 'brandId'>,
): Promise<string | null> {
  await requireBrand(tx, brandId);
  const { actor, permissions } = tx.ctx;
  if (kind === 'shared') {
    if (permissions.has('mailbox.share')) return null;
    throw new AppError('forbidden', {
      message:
        'Only an administrator or a manager connects a mailbox of the team. Your own you can connect as personal.',
    });
  }
  if (actor.type === 'user') return actor.membershipId;
  throw new AppError('forbidden', { message: 'A personal mailbox is connected by the person whose it is.' });
}

async function requireBrand(tx: Tx, brandId: string): Promise<void> {
  const { brandIds } = tx.ctx.scope;
  const seen = brandIds === 'all' || brandIds.includes(brandId);
  const brand =
    seen && (await tx.db.brand.findFirst({ where: { id: brandId, archivedAt: null }, select: { id: true } }));
  if (!brand) throw new AppError('not_found');
}

/** The row of this address, new or as it was; `connected` when it is reached by this very account already. */
async function keepMailbox(
  tx: Tx,
  input: NewConnection,
  ownerId: string | null,
): Promise<{ id: string; connected: boolean }> {
  const { brandId, address, displayName, kind } = input;
  const visibility = kind === 'shared' ? 'team' : input.visibility;
  const [made] = await tx.rows<{ id: string }>(sql`
    insert into mailbox (id, workspace_id, brand_id, address, display_name, kind, owner_id, visibility, created_at)
    values (${newId()}::uuid, ${tx.ctx.workspaceId}::uuid, ${brandId}::uuid, ${address}, ${displayName}, ${kind},
      ${ownerId}::uuid, ${visibility}, ${tx.ctx.now})
    on conflict (workspace_id, address) do nothing returning id`);
  if (made) {
    await recordEvent(tx, mailboxCreated, { subjectId: made.id, payload: { address, displayName } });
    return { ...made, connected: false };
  }
  const known = await findKnown(tx, address);
  if (known.imapHost !== null) {
    assertSame(known, input, ownerId);
    return { id: known.id, connected: true };
  }
  assertFree(tx, known, { input, ownerId });
  await tx.execute(sql`
    update mailbox set display_name = ${displayName}, kind = ${kind}, owner_id = ${ownerId}::uuid,
      visibility = ${visibility}, archived_at = null
    where id = ${known.id}::uuid`);
  return { id: known.id, connected: false };
}

/** @throws AppError conflict already_connected, unless it is this very account */
function assertSame(known: Known, { brandId, address, account }: NewConnection, ownerId: string | null): void {
  const samePlace = known.brandId === brandId && known.ownerId === ownerId;
  if (samePlace && known.imapHost === account.imap.host && known.userName === account.userName) return;
  throw taken('already_connected', `${address} is connected already. Change its settings instead.`);
}

/** @throws AppError conflict address_taken when it is another brand's, another person's, or the team's and not one's to take */
function assertFree(tx: Tx, known: Known, { input, ownerId }: { input: NewConnection; ownerId: string | null }): void {
  const { address, brandId } = input;
  const ofTeam = known.ownerId === null;
  if (known.brandId !== brandId || !(ofTeam || known.ownerId === ownerId)) {
    throw taken('address_taken', `${address} is a mailbox of another brand or person already.`);
  }
  if (ofTeam && !tx.ctx.permissions.has('mailbox.share')) {
    throw taken('address_taken', `${address} is a mailbox of the team already.`);
  }
}

interface Known {
  id: string;
  brandId: string;
  ownerId: string | null;
  imapHost: string | null;
  userName: string | null;
}

async function findKnown(tx: Tx, address: string): Promise<Known> {
  const [known] = await tx.rows<Known>(sql`
    select b.id, b.brand_id as "brandId", b.owner_id as "ownerId", c.imap_host as "imapHost", c.user_name as "userName"
    from mailbox b left join mailbox_connection c on c.workspace_id = b.workspace_id and c.mailbox_id = b.id
    where b.address = ${address} for update of b`);
  if (!known) throw taken('address_taken', `${address} was taken at this moment. Try again.`);
  return known;
}

function taken(reason: string, message: string): AppError {
  return new AppError('conflict', { reason, message, fields: [{ path: 'address', message }] });
}

async function insertConnection(tx: Tx, mailboxId: string, input: NewConnection): Promise<void> {
  const { imap, smtp, userName, auth } = input.account;
  const place = { workspaceId: tx.ctx.workspaceId, purpose: secretPurpose(mailboxId) };
  await tx.db.mailboxConnection.create({
    data: {
      mailboxId,
      workspaceId: tx.ctx.workspaceId,
      imapHost: imap.host,
      imapPort: imap.port,
      imapSecurity: imap.security,
      smtpHost: smtp.host,
      smtpPort: smtp.port,
      smtpSecurity: smtp.security,
      userName,
      auth,
      secret: sealSecret(place, JSON.stringify(input.secret)),
      historyFrom: input.historyFrom,
      createdAt: tx.ctx.now,
    },
  });
}

import { assertPasswordStays, requireConnection } from '@/features/threads/commands/update-mailbox';
import { secretPurpose } from '@/features/threads/model/mailbox-secret';
import type { MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import { requireMailbox } from '@/features/threads/queries/require-mailbox';
import type { AccountInput, MailboxTestDto } from '@/features/threads/schemas/mailbox-connection';
import { signInMailbox, toServers, type MailboxServers } from '@/features/threads/subscribers/sign-in-mailbox';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { env } from '@/platform/env/env';
import { testImap, testSmtp, type ImapTest, type SmtpTest } from '@/platform/mail/test-connection';
import { openSecret } from '@/platform/secrets/open-secret';
import { AppError } from '@/shared/errors';

/** An account as it was typed: without a password, the stored one is meant. */
export type TypedAccount = Omit<AccountInput, 'password'> & { password?: string | undefined };

/**
 * Signs in to both servers of an account, side by side, and says what each answers. Nothing is kept. Of a mailbox that is
 * connected, what is typed over its settings is tried; its stored password only at the servers it was given for.
 * @throws AppError not_found, forbidden, invalid_state (not_connected), invalid_input
 */
export async function tryMailbox(
  ctx: Context,
  { mailboxId, account }: { mailboxId: string | undefined; account: TypedAccount },
): Promise<MailboxTestDto> {
  const known = mailboxId === undefined ? null : await findKnown(ctx, mailboxId);
  assertEncrypted(account);
  if (known) assertPasswordStays(known, account);
  const servers = await serversOf(ctx, known, account);
  const [imap, smtp] = await Promise.all([testImap(servers.imap), testSmtp(servers.smtp)]);
  return { imap: tell(imap), smtp: tell(smtp) };
}

/** The same, for those who go on only when both servers take it. @throws AppError invalid_input, naming the server */
export async function requireWorking(...parts: Parameters<typeof tryMailbox>): Promise<void> {
  const result = await tryMailbox(...parts);
  const fields = (['imap', 'smtp'] as const)
    .filter((name) => !result[name].ok)
    .map((name) => ({ path: `account.${name}`, message: result[name].message ?? '' }));
  if (fields.length === 0) return;
  throw new AppError('invalid_input', {
    reason: 'connection_failed',
    message: fields.map(({ message }) => message).join(' '),
    fields,
    extra: { ...result },
  });
}

async function findKnown(ctx: Context, mailboxId: string): Promise<MailboxConnection | null> {
  return inWorkspace(ctx, async (tx) => {
    await requireMailbox(tx, mailboxId);
    return requireConnection(tx, mailboxId);
  });
}

/** A password in the clear is for the servers of tests. */
function assertEncrypted({ imap, smtp }: TypedAccount): void {
  if (env().ALLOW_PRIVATE_HOSTS) return;
  const fields = Object.entries({ imap, smtp })
    .filter(([, { security }]) => security === 'none')
    .map(([name]) => ({ path: `account.${name}.security`, message: 'must be encrypted: choose TLS or STARTTLS' }));
  if (fields.length > 0)
    throw new AppError('invalid_input', { message: 'A mailbox is only reached encrypted.', fields });
}

async function serversOf(
  { workspaceId }: Context,
  known: MailboxConnection | null,
  account: TypedAccount,
): Promise<MailboxServers> {
  const { password } = account;
  if (password !== undefined) return toServers(account, { password });
  if (!known)
    throw new AppError('invalid_input', { fields: [{ path: 'account.password', message: 'must not be empty' }] });
  if (known.auth !== 'password') return signInMailbox(workspaceId, known);
  const place = { workspaceId, purpose: secretPurpose(known.mailboxId) };
  return toServers(account, JSON.parse(openSecret(place, known.secret)) as { password: string });
}

function tell(test: ImapTest | SmtpTest): MailboxTestDto['imap'] {
  return test.ok
    ? { ok: true, problem: null, message: null }
    : { ok: false, problem: test.problem, message: test.message };
}

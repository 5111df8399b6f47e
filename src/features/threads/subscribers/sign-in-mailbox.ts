import { secretPurpose, type MailboxSecret } from '@/features/threads/model/mailbox-secret';
import type { MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import { env } from '@/platform/env/env';
import type { MailLogin, MailServer } from '@/platform/mail/mail-server';
import { oauthProviders, type OauthProvider } from '@/platform/mail/oauth/oauth-providers.data';
import { requestToken } from '@/platform/mail/oauth/request-token';
import { openSecret } from '@/platform/secrets/open-secret';
import { AppError } from '@/shared/errors';

export interface MailboxServers {
  imap: MailServer;
  smtp: MailServer;
}

/**
 * Opens a mailbox's secret and, of one connected by a provider, gets an access token for it: both servers, ready to be
 * signed in to. Outside any transaction.
 * @throws AppError unavailable (the secret cannot be opened, no client id), Error with `code` EAUTH when the provider
 *   does not renew the permission
 */
export async function signInMailbox(workspaceId: string, connection: MailboxConnection): Promise<MailboxServers> {
  const place = { workspaceId, purpose: secretPurpose(connection.mailboxId) };
  const secret = JSON.parse(openSecret(place, connection.secret)) as MailboxSecret;
  return toServers(connection, await toLogin(connection.auth, secret));
}

/** The two servers of a mailbox with the same way to sign in. */
export function toServers(
  { imap, smtp, userName }: Pick<MailboxConnection, 'imap' | 'smtp' | 'userName'>,
  login: MailLogin,
): MailboxServers {
  return { imap: { ...imap, user: userName, login }, smtp: { ...smtp, user: userName, login } };
}

async function toLogin(auth: MailboxConnection['auth'], secret: MailboxSecret): Promise<MailLogin> {
  if ('password' in secret) return secret;
  if (auth === 'password') throw new Error('A mailbox with a password holds a token');
  return { accessToken: await findAccessToken(auth, secret.refreshToken) };
}

interface KeptToken {
  accessToken: string;
  /** By the process's own clock, in ms. */
  until: number;
}
const kept = new Map<string, KeptToken>();
const mostKept = 5_000;

/** An access token lasts about an hour; asking anew for each message would run into the provider's limits. */
async function findAccessToken(provider: OauthProvider, refreshToken: string): Promise<string> {
  const known = kept.get(refreshToken);
  if (known && known.until > performance.now()) return known.accessToken;
  const tokens = await requestToken({
    tokenUrl: oauthProviders[provider].tokenUrl,
    ...clientOf(provider),
    grant: { grant_type: 'refresh_token', refresh_token: refreshToken },
  });
  if (kept.size >= mostKept) kept.clear();
  kept.set(refreshToken, {
    accessToken: tokens.accessToken,
    until: performance.now() + Math.max(0, tokens.expiresInSeconds - 120) * 1000,
  });
  return tokens.accessToken;
}

function clientOf(provider: OauthProvider): { clientId: string; clientSecret: string } {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET } = env();
  const [clientId, clientSecret] =
    provider === 'google' ? [GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET] : [MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET];
  if (clientId && clientSecret) return { clientId, clientSecret };
  const message = `${provider.toUpperCase()}_CLIENT_ID and ${provider.toUpperCase()}_CLIENT_SECRET are not set.`;
  throw new AppError('unavailable', { reason: 'provider_not_set_up', message });
}

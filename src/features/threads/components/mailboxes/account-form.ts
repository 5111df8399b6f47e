import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import { mailboxProviders, type ServerValues } from './mailbox-providers.data';

export interface AccountValues {
  provider: string;
  brandId: string;
  address: string;
  displayName: string;
  kind: 'shared' | 'personal';
  visibility: 'team' | 'owner';
  userName: string;
  imap: ServerValues;
  smtp: ServerValues;
  history: string;
}

const dayMs = 24 * 60 * 60 * 1000;

const emptyServer: ServerValues = { host: '', port: 0, security: 'tls' };
const empty: AccountValues = {
  provider: 'gmail',
  brandId: '',
  address: '',
  displayName: '',
  kind: 'shared',
  visibility: 'team',
  userName: '',
  imap: mailboxProviders[0]?.imap ?? emptyServer,
  smtp: mailboxProviders[0]?.smtp ?? emptyServer,
  history: '30',
};

/** What the form begins with: the mailbox as it is, or an empty one, personal where one may not connect the team's. */
export function startingValues(
  mailbox: MailboxDto | null,
  { brandId, shared }: { brandId: string; shared: boolean },
): AccountValues {
  const values = { ...empty, brandId, ...(mailbox && namesOf(mailbox)) };
  return shared ? values : { ...values, kind: 'personal' };
}

function namesOf({ brandId, address, displayName, kind, visibility, connection }: MailboxDto): Partial<AccountValues> {
  const names = { brandId, address, displayName, kind, visibility };
  if (!connection) return names;
  const { userName, imap, smtp } = connection;
  const provider = mailboxProviders.find((one) => one.imap.host === imap.host)?.id ?? 'other';
  return { ...names, userName, imap, smtp, provider };
}

/** What signs in. An empty password is left out: the stored one is meant. */
export function toAccount({ imap, smtp, userName, address }: AccountValues, password: string) {
  return { imap, smtp, userName: userName.trim() || address.trim(), ...(password !== '' && { password }) };
}

/** From when on mail is imported: days back from `now`; null for only what comes. */
export function historyFrom(history: string, now: Date): string | null {
  if (history === 'none') return null;
  return history === 'all' ? '1970-01-01T00:00:00Z' : new Date(now.getTime() - Number(history) * dayMs).toISOString();
}

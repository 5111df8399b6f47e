import type { ImapFlow } from 'imapflow';
import type { MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import { signInMailbox } from '@/features/threads/subscribers/sign-in-mailbox';
import { listFolders } from '@/platform/mail/imap/list-folders';
import { openImap } from '@/platform/mail/imap/open-imap';

export interface Account {
  workspaceId: string;
  connection: MailboxConnection;
  /** Cuts the connection. */
  signal: AbortSignal;
}

/** Opens a mailbox for what has to do with its Sent folder, and closes it; null when it has none. @throws Error of the server */
export async function inSentFolder<T>(
  { workspaceId, connection, signal }: Account,
  run: (client: ImapFlow, path: string) => Promise<T>,
): Promise<T | null> {
  const { imap } = await signInMailbox(workspaceId, connection);
  signal.throwIfAborted();
  const client = await openImap(imap);
  const cut = () => client.close();
  signal.addEventListener('abort', cut, { once: true });
  try {
    const folder = (await listFolders(client)).find(({ role }) => role === 'sent');
    return folder ? await run(client, folder.path) : null;
  } finally {
    signal.removeEventListener('abort', cut);
    await client.logout().catch(() => client.close());
  }
}

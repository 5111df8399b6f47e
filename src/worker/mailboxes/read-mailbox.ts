import { finishReading } from '@/features/threads/commands/finish-reading';
import { saveFolders, type ReadFolder } from '@/features/threads/commands/save-folders';
import { signInMailbox } from '@/features/threads/subscribers/sign-in-mailbox';
import { chooseFolders } from '@/worker/mailboxes/choose-folders';
import { listFolders } from '@/platform/mail/imap/list-folders';
import { openImap } from '@/platform/mail/imap/open-imap';
import { readFolder } from '@/worker/mailboxes/read-folder';
import { commit, type ReadingSession } from '@/worker/mailboxes/reading-session';

/**
 * Reads one mailbox as long as its connection, its lease and this process last: what was there, then what comes.
 * @throws Error with what ended it; AppError conflict lease_lost
 */
export async function readMailbox(start: Omit<ReadingSession, 'client'>): Promise<void> {
  const { connection, signal } = start;
  const servers = await signInMailbox(start.context().workspaceId, connection);
  signal.throwIfAborted();
  const client = await openImap(servers.imap, start.imap);
  const cut = () => client.close();
  signal.addEventListener('abort', cut, { once: true });
  try {
    await followMailbox({ ...start, client });
  } finally {
    signal.removeEventListener('abort', cut);
    client.close();
  }
}

/** Everything once, then the inbox whenever the server says so, and everything again after a while. */
async function followMailbox(session: ReadingSession): Promise<void> {
  const { client, signal, lookEveryMs, clock } = session;
  const seen = new Map<string, string>();
  let folders: ReadFolder[] = [];
  let lookAt = 0;
  let presence = true;
  while (!signal.aborted) {
    const news = listen(session);
    try {
      if (clock.now().getTime() >= lookAt) {
        folders = await lookAtFolders(session);
        for (const folder of folders) if (folder.role !== 'inbox') await readChanged(session, folder, seen);
        lookAt = clock.now().getTime() + lookEveryMs;
      }
      const inbox = folders.find(({ role }) => role === 'inbox') ?? folders[0];
      if (inbox) await readFolder(session, inbox, { presence });
      await commit(session, (tx) => finishReading(tx, session.lease));
      presence = await news.heard(lookAt - clock.now().getTime());
    } finally {
      news.end();
    }
    if (!client.usable) throw Object.assign(new Error('The connection ended'), { code: 'NoConnection' });
  }
}

async function lookAtFolders(session: ReadingSession): Promise<ReadFolder[]> {
  const chosen = chooseFolders(await listFolders(session.client));
  return commit(session, (tx) => saveFolders(tx, session.lease, chosen));
}

/** Opens a folder only when its numbers say that something came or went. */
async function readChanged(session: ReadingSession, folder: ReadFolder, seen: Map<string, string>): Promise<void> {
  const status = await session.client.status(folder.path, { messages: true, uidNext: true, uidValidity: true });
  const numbers = status ? `${status.uidValidity} ${status.uidNext} ${status.messages}` : '';
  if (numbers !== '' && seen.get(folder.path) === numbers) return;
  await readFolder(session, folder, { presence: true });
  seen.set(folder.path, numbers);
}

interface News {
  /**
   * Waits until something came or went in the open folder, the connection ended, or the time is over. Answers whether
   * something may have gone.
   */
  heard(waitMs: number): Promise<boolean>;
  end(): void;
}

/** Listens from now on, so that nothing is missed between reading and waiting. */
function listen({ client, signal }: ReadingSession): News {
  let tell: () => void = () => undefined;
  let gone = false;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const tellGone = () => {
    gone = true;
    tell();
  };
  client.on('exists', tell).on('expunge', tellGone).on('close', tell);
  signal.addEventListener('abort', tell, { once: true });
  let timer: NodeJS.Timeout | undefined;
  return {
    async heard(waitMs) {
      timer = setTimeout(tellGone, Math.max(0, waitMs));
      // Ends when the next command is sent, and with the connection.
      void client.idle().catch(() => undefined);
      await told;
      return gone;
    },
    end() {
      clearTimeout(timer);
      client.off('exists', tell).off('expunge', tellGone).off('close', tell);
      signal.removeEventListener('abort', tell);
    },
  };
}

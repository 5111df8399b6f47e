import { advanceFolder, type FolderProgress } from '@/features/threads/commands/advance-folder';
import { beginFolder } from '@/features/threads/commands/begin-folder';
import { markGone } from '@/features/threads/commands/mark-gone';
import type { ReadFolder } from '@/features/threads/commands/save-folders';
import { fetchMails, type FetchedMail } from '@/platform/mail/imap/fetch-mails';
import { findUids, findUidsAfter } from '@/platform/mail/imap/find-uids';
import { takeIn } from '@/worker/mailboxes/take-in';
import { commit, type ReadingSession } from '@/worker/mailboxes/reading-session';

/** Clocks differ, and servers date to the second: this much before a mailbox was connected still counts as after. In ms. */
const slackMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;

/**
 * Brings what we know of a folder up to what lies in it: takes in what came, in batches that are each entered as read
 * after they are in, and, if `presence` is asked for, notes what is gone. A crash in between reads a batch again, which
 * doubles nothing. `folder` is kept up to date.
 */
export async function readFolder(
  session: ReadingSession,
  folder: ReadFolder,
  { presence }: { presence: boolean },
): Promise<void> {
  const lock = await session.client.getMailboxLock(folder.path, { readOnly: true });
  try {
    const { mailbox } = session.client;
    if (!mailbox) return;
    if (folder.uidValidity !== Number(mailbox.uidValidity)) await begin(session, folder);
    let uids = mailbox.exists > 0 ? await findUidsAfter(session.client, folder.lastUid) : [];
    while (uids.length > 0) {
      session.signal.throwIfAborted();
      const readTo = await readBatch(session, folder, uids);
      uids = uids.filter((uid) => uid > readTo);
    }
    if (presence) await notePresence(session, folder);
  } finally {
    lock.release();
  }
}

/** Reading begins with the oldest message that is young enough; what is older stays where it lies. */
async function begin(session: ReadingSession, folder: ReadFolder): Promise<void> {
  const { client } = session;
  if (!client.mailbox) return;
  const { uidValidity, uidNext, exists } = client.mailbox;
  const from = oldestWanted(session);
  const candidates = exists > 0 ? await findUids(client, { since: new Date(from.getTime() - dayMs) }) : [];
  const wanted = candidates.length > 0 ? await youngEnough(session, candidates, from) : [];
  const historyUid = uidNext - 1;
  const lastUid = wanted.length > 0 ? Math.min(...wanted.slice(0, 1)) - 1 : historyUid;
  const beginning = {
    folderId: folder.id,
    uidValidity: Number(uidValidity),
    lastUid,
    historyUid,
    messages: wanted.length,
  };
  await commit(session, (tx) => beginFolder(tx, session.lease, beginning));
  Object.assign(folder, beginning);
}

function oldestWanted({ connection }: ReadingSession): Date {
  return new Date(connection.readFrom.getTime() - slackMs);
}

/** SEARCH knows days only, in the server's own zone. */
async function youngEnough({ client }: ReadingSession, uids: number[], from: Date): Promise<number[]> {
  const range = `${uids[0] ?? 1}:${uids.at(-1) ?? 1}`;
  const dated = await client.fetchAll(range, { uid: true, internalDate: true }, { uid: true });
  return dated
    .filter(({ internalDate }) => new Date(internalDate ?? 0) >= from)
    .map(({ uid }) => uid)
    .sort((a, b) => a - b);
}

async function readBatch(session: ReadingSession, folder: ReadFolder, uids: readonly number[]): Promise<number> {
  const { mails, readTo } = await fetchMails(session.client, uids, session.limits);
  const from = oldestWanted(session);
  const wanted = mails.filter(({ receivedAt }) => receivedAt >= from);
  const isHistory = ({ uid }: FetchedMail) => uid <= folder.historyUid;
  const skipped: FolderProgress['skipped'] = wanted
    .filter(({ raw }) => raw === null)
    .map(({ uid, size }) => ({ uid, size, reason: 'too_large' }));
  for (const history of [true, false]) {
    const some = wanted.filter((mail) => isHistory(mail) === history);
    skipped.push(...(await takeGroup(session, folder, { mails: some, history })));
  }
  const { id: folderId, uidValidity } = folder;
  const progress = { folderId, uidValidity, readTo, history: wanted.filter(isHistory).length, skipped };
  await commit(session, (tx) => advanceFolder(tx, session.lease, progress));
  Object.assign(folder, { lastUid: readTo });
  return readTo;
}

/** Answers what could not be read. */
async function takeGroup(
  session: ReadingSession,
  { id: folderId, role, uidValidity }: ReadFolder,
  { mails, history }: { mails: readonly FetchedMail[]; history: boolean },
): Promise<FolderProgress['skipped']> {
  const raws = mails.flatMap(({ uid, raw, receivedAt }) =>
    raw ? [{ raw, receivedAt, sentFolder: role === 'sent', folder: { folderId, uidValidity, uid } }] : [],
  );
  const unreadable = await takeIn(session, { mailboxId: session.lease.mailboxId, mails: raws, history });
  return unreadable.map(({ raw, folder }) => ({ uid: folder?.uid ?? 0, size: raw.length, reason: 'unreadable' }));
}

async function notePresence(session: ReadingSession, { id, uidValidity }: ReadFolder): Promise<void> {
  const { client } = session;
  const here = client.mailbox && client.mailbox.exists > 0 ? await findUids(client, { all: true }) : [];
  await commit(session, (tx) => markGone(tx, session.lease, { folderId: id, uidValidity, here }));
}

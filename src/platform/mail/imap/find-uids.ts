import type { ImapFlow, SearchObject } from 'imapflow';

/** The UIDs of the open folder that match, ascending. @throws Error when the server refuses to search */
export async function findUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!found) throw new Error('The mail server refused to search');
  return found.sort((a, b) => a - b);
}

/** The UIDs from `after` on, without it. A server answers `n:*` with the last message though it is below n. */
export async function findUidsAfter(client: ImapFlow, after: number): Promise<number[]> {
  return (await findUids(client, { uid: `${after + 1}:*` })).filter((uid) => uid > after);
}

/** Where a message lies in a folder, by its Message-ID with angle brackets; null when it is not there. */
export async function findByMessageId(client: ImapFlow, path: string, messageId: string): Promise<number | null> {
  const lock = await client.getMailboxLock(path);
  try {
    const uids = await findUids(client, { header: { 'message-id': messageId } });
    return uids.at(-1) ?? null;
  } finally {
    lock.release();
  }
}

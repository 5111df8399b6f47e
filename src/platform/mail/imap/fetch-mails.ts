import type { ImapFlow } from 'imapflow';

/** A message as it lies in a folder. */
export interface FetchedMail {
  uid: number;
  /** In bytes, as the server says. */
  size: number;
  /** When the server took it. */
  receivedAt: Date;
  /** Byte for byte; null when it is larger than the limit. */
  raw: Buffer | null;
}

export interface FetchLimits {
  /** Larger messages are named and not loaded. */
  maxBytes: number;
  /** How much is held in memory at once. */
  maxBatchBytes: number;
  maxMails: number;
}

/**
 * The next messages of the open folder among `uids` (ascending), as many as the limits allow, oldest first: at least
 * one, unless all of them are gone meanwhile. What is gone is left out. `readTo` is the last UID this batch answers for.
 */
export async function fetchMails(
  client: ImapFlow,
  uids: readonly number[],
  limits: FetchLimits,
): Promise<{ mails: FetchedMail[]; readTo: number }> {
  const asked = uids.slice(0, limits.maxMails);
  const sizes = await client.fetchAll(asked.join(','), { uid: true, size: true, internalDate: true }, { uid: true });
  const here = sizes
    .map(({ uid, size = 0, internalDate }) => ({ uid, size, receivedAt: toDate(internalDate) }))
    .sort((a, b) => a.uid - b.uid);
  const batch = withinBytes(here, limits);
  const wanted = batch.filter(({ size }) => size <= limits.maxBytes).map(({ uid }) => uid);
  const sources = new Map<number, Buffer>();
  if (wanted.length > 0) {
    const found = await client.fetchAll(wanted.join(','), { uid: true, source: true }, { uid: true });
    for (const { uid, source } of found) if (source) sources.set(uid, source);
  }
  const readTo = batch.length < here.length ? (batch.at(-1)?.uid ?? 0) : (asked.at(-1) ?? 0);
  const mails = batch
    .map((mail) => ({ ...mail, raw: sources.get(mail.uid) ?? null }))
    .filter(({ raw, size }) => raw !== null || size > limits.maxBytes);
  return { mails, readTo };
}

function withinBytes<T extends { size: number }>(mails: T[], { maxBytes, maxBatchBytes }: FetchLimits): T[] {
  let sum = 0;
  const end = mails.findIndex(({ size }, place) => {
    sum += size <= maxBytes ? size : 0;
    return place > 0 && sum > maxBatchBytes;
  });
  return end < 0 ? mails : mails.slice(0, end);
}

function toDate(value: Date | string | undefined): Date {
  return value instanceof Date ? value : new Date(value ?? 0);
}

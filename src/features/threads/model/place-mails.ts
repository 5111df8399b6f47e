import type { AddressOwners } from '@/features/threads/model/match-people';
import type { ReadMail } from '@/features/threads/model/read-mail';

/** What is known of conversations before a batch of mails is placed. */
export interface KnownThreads {
  /** The conversation a Message-ID stands in, or is named in. */
  byReference: ReadonlyMap<string, string>;
  /** By the mail's place in the batch: the conversation of the same subject with the same person. */
  bySubject: ReadonlyMap<number, string>;
}

/** A mail, and with whom it is: who wrote to us, or to whom we wrote. */
export interface DirectedMail extends ReadMail {
  /** Its place among those that were handed in. */
  index: number;
  direction: 'incoming' | 'outgoing';
  partner: string;
}

/** Whose the addresses of a mail are. */
export interface Met {
  owners: ReadonlyMap<string, AddressOwners>;
  /** Somebody of it is a creator or a contact, or it is about a message of ours. */
  isKnown: boolean;
  /** The message of ours that a report is about; null where it is about none. */
  aboutId: string | null;
}

export type MetMail = DirectedMail & Met;

export interface Place {
  threadId: string;
  isNew: boolean;
}

export type PlacedMail = MetMail & Place & { id: string };

/** For how long the same subject with the same person is the same conversation. */
const sameSubjectMs = 30 * 24 * 60 * 60 * 1000;

/**
 * The conversation of each mail, in the order given (oldest first): that of the newest message it refers to, or of one
 * that referred to it before it came; else of the same subject with the same person; else a new one.
 */
export function placeMails(
  mails: readonly MetMail[],
  known: KnownThreads,
  newThread: () => string,
): (MetMail & Place)[] {
  const byReference = new Map(known.byReference);
  const lately = new Map<string, { threadId: string; at: number }>();
  return mails.map((mail) => {
    const key = mail.normalizedSubject === '' ? null : `${mail.partner}\n${mail.normalizedSubject}`;
    const at = mail.receivedAt.getTime();
    const found =
      findReferenced(mail, byReference) ?? known.bySubject.get(mail.index) ?? (key && findRecent(lately.get(key), at));
    const threadId = found ?? newThread();
    for (const id of [mail.rfcMessageId, ...mail.references]) if (!byReference.has(id)) byReference.set(id, threadId);
    if (key !== null) lately.set(key, { threadId, at });
    return { ...mail, threadId, isNew: !found };
  });
}

function findReferenced(mail: DirectedMail, byReference: ReadonlyMap<string, string>): string | undefined {
  const named = [mail.about?.rfcMessageId, mail.rfcMessageId, ...[...mail.references].reverse()];
  return named.map((id) => id && byReference.get(id)).find(Boolean);
}

function findRecent(recent: { threadId: string; at: number } | undefined, at: number): string | undefined {
  return recent && at - recent.at <= sameSubjectMs ? recent.threadId : undefined;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { renewMailboxLease } from '@/features/threads/commands/claim-mailbox';
import { logger } from '@/platform/logger/logger';
import { commit, type FoundMail, type MailPlace, type ReadingSession } from '@/worker/mailboxes/reading-session';

const attempts = 3;
const pauseMs = 500;

/**
 * Takes a batch in; when that fails, one by one, so that a message nobody can read does not hold up those behind it.
 * Answers the ones that failed each time while the database was there: nothing is passed over because it was away.
 */
export async function takeIn(
  session: ReadingSession,
  place: MailPlace,
  mails: readonly FoundMail[],
): Promise<FoundMail[]> {
  if (mails.length === 0) return [];
  try {
    await session.ingest(session.context(), place, mails);
    return [];
  } catch (error) {
    session.signal.throwIfAborted();
    logger().warn({ err: error, mailboxId: place.mailboxId }, 'a batch of mail failed; its messages go one by one');
  }
  const unreadable: FoundMail[] = [];
  for (const mail of mails) if (!(await takeOne(session, place, mail))) unreadable.push(mail);
  return unreadable;
}

async function takeOne(session: ReadingSession, place: MailPlace, mail: FoundMail): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.ingest(session.context(), place, [mail]);
      return true;
    } catch (error) {
      session.signal.throwIfAborted();
      // The database answers: it is the message.
      await commit(session, (tx) => renewMailboxLease(tx, session.lease));
      if (attempt === attempts) {
        logger().error({ err: error, mailboxId: place.mailboxId, uid: mail.uid }, 'a message could not be taken in');
        return false;
      }
      await sleep(pauseMs * attempt);
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { renewMailboxLease } from '@/features/threads/commands/claim-mailbox';
import type { ReceiveMailsInput } from '@/features/threads/receive-mails';
import type { RawMail } from '@/features/threads/read-raw-mail';
import { logger } from '@/platform/logger/logger';
import { commit, type ReadingSession } from '@/worker/mailboxes/reading-session';

const attempts = 3;
const pauseMs = 500;

/**
 * Takes a batch in; when that fails, one by one, so that a message nobody can read does not hold up those behind it.
 * Answers the ones that failed each time while the database was there: nothing is passed over because it was away.
 */
export async function takeIn(session: ReadingSession, input: ReceiveMailsInput): Promise<RawMail[]> {
  if (input.mails.length === 0) return [];
  const { mailboxId } = input;
  try {
    await session.receive(session.context(), input);
    return [];
  } catch (error) {
    session.signal.throwIfAborted();
    logger().warn({ err: error, mailboxId }, 'a batch of mail failed; its messages go one by one');
  }
  const unreadable: RawMail[] = [];
  for (const mail of input.mails) {
    if (!(await takeOne(session, { ...input, mails: [mail] }))) unreadable.push(mail);
  }
  return unreadable;
}

async function takeOne(session: ReadingSession, input: ReceiveMailsInput): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.receive(session.context(), input);
      return true;
    } catch (error) {
      session.signal.throwIfAborted();
      // The database answers: it is the message.
      await commit(session, (tx) => renewMailboxLease(tx, session.lease));
      if (attempt === attempts) {
        const [mail] = input.mails;
        logger().error({ err: error, mailboxId: input.mailboxId, at: mail?.folder }, 'a message could not be taken in');
        return false;
      }
      await sleep(pauseMs * attempt);
    }
  }
}

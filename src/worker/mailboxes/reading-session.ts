import type { ImapFlow } from 'imapflow';
import type { MailboxLease } from '@/features/threads/commands/claim-mailbox';
import type { ReceiveMailsInput } from '@/features/threads/receive-mails';
import type { MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import type { Context } from '@/platform/auth/context';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import type { Clock } from '@/platform/clock/clock';
import type { FetchLimits } from '@/platform/mail/imap/fetch-mails';
import type { ImapTimes } from '@/platform/mail/imap/open-imap';
import { isAppError } from '@/shared/errors';

/** Takes messages in, in transactions of its own. The same ones again change nothing but their copies. */
export type TakeMails = (ctx: Context, input: ReceiveMailsInput) => Promise<unknown>;

export interface ReadingOptions {
  receive: TakeMails;
  clock: Clock;
  imap: ImapTimes;
  limits: FetchLimits;
  /** How often every folder is looked at; the inbox tells by itself when something comes. */
  lookEveryMs: number;
}

/** One connection to one mailbox, held by a lease. */
export interface ReadingSession extends ReadingOptions {
  client: ImapFlow;
  lease: MailboxLease;
  connection: MailboxConnection;
  /** Aborts when the process ends or the lease is lost. */
  signal: AbortSignal;
  /** A fresh Context of the worker, at this moment. */
  context(): Context;
}

/** The database was away: no fault of the mailbox. */
export class Interrupted extends Error {
  constructor(cause: unknown) {
    super('Rapport was interrupted while it read this mailbox, and goes on by itself.', { cause });
  }
}

/** One transaction of the session. @throws Interrupted, AppError conflict lease_lost */
export async function commit<T>(
  { context }: Pick<ReadingSession, 'context'>,
  write: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await inWorkspace(context(), write);
  } catch (error) {
    throw isAppError(error) ? error : new Interrupted(error);
  }
}

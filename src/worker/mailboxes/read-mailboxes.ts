import { claimMailbox, renewMailboxLease } from '@/features/threads/commands/claim-mailbox';
import { releaseMailbox, type ReadingProblem } from '@/features/threads/commands/release-mailbox';
import { receiveMails } from '@/features/threads/receive-mails';
import type { MailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import type { Clock } from '@/platform/clock/clock';
import { findDueWork, type WorkItem } from '@/platform/db/due-work';
import { inWorkspace } from '@/platform/db/in-workspace';
import { createWorkerContext } from '@/platform/events/worker-context';
import { logger } from '@/platform/logger/logger';
import { imapTimes } from '@/platform/mail/imap/open-imap';
import { nameProblem } from '@/platform/mail/name-problem';
import { isAppError } from '@/shared/errors';
import { readMailbox } from '@/worker/mailboxes/read-mailbox';
import { Interrupted, type ReadingOptions } from '@/worker/mailboxes/reading-session';
import { startLoop } from '@/worker/start-loop';

export interface MailboxReaderOptions extends Partial<ReadingOptions> {
  clock: Clock;
  /** How long a dead worker keeps a mailbox. */
  leaseMs?: number;
  /** How often it looks for mailboxes that nobody reads. */
  claimEveryMs?: number;
  /** How many it reads at once. */
  most?: number;
}

const mebibyte = 1024 * 1024;
const defaults = {
  receive: receiveMails,
  imap: imapTimes,
  limits: { maxBytes: 50 * mebibyte, maxBatchBytes: 16 * mebibyte, maxMails: 100 },
  lookEveryMs: 60_000,
  leaseMs: 30_000,
  claimEveryMs: 1_000,
  most: 200,
};
type Settings = Required<MailboxReaderOptions>;

/**
 * Reads the connected mailboxes: each by one worker at a time, who holds it by a lease in the database; what a dead
 * worker held, another takes over. Any number of workers may run beside each other.
 */
export function readMailboxes(options: MailboxReaderOptions): { stop(): Promise<void> } {
  const settings: Settings = { ...defaults, ...options };
  const stopping = new AbortController();
  const held = new Map<string, Promise<void>>();
  const loop = startLoop('mailboxes', settings.claimEveryMs, async () => {
    const free = settings.most - held.size;
    const due = free > 0 ? await findDueWork('mailbox', free) : [];
    for (const item of due) {
      if (held.has(item.id)) continue;
      const reading = hold(settings, item, stopping.signal)
        .catch((error: unknown) => logger().error({ err: error, mailboxId: item.id }, 'a mailbox could not be read'))
        .finally(() => held.delete(item.id));
      held.set(item.id, reading);
    }
    return false;
  });
  return {
    async stop() {
      stopping.abort();
      await loop.stop();
      await Promise.all(held.values());
    },
  };
}

async function hold(settings: Settings, { workspaceId, id }: WorkItem, stopping: AbortSignal): Promise<void> {
  const context = () => createWorkerContext({ workspaceId, now: settings.clock.now() });
  const claimed = await inWorkspace(context(), (tx) => claimMailbox(tx, { mailboxId: id, leaseMs: settings.leaseMs }));
  if (!claimed) return;
  const { lease, connection } = claimed;
  const lost = new AbortController();
  const renewing = setInterval(() => {
    inWorkspace(context(), (tx) => renewMailboxLease(tx, lease)).catch((error: unknown) => {
      if (isLeaseLost(error)) lost.abort();
      else logger().warn({ err: error, mailboxId: id }, 'a mailbox could not be held; it is tried again');
    });
  }, settings.leaseMs / 3);
  const signal = AbortSignal.any([stopping, lost.signal]);
  const problem = await readMailbox({ ...settings, ...claimed, signal, context }).then(
    () => null,
    (error: unknown) => {
      if (signal.aborted || isLeaseLost(error)) return null;
      logger().warn({ err: error, mailboxId: id }, 'the reading of a mailbox ended');
      return toProblem(error, connection);
    },
  );
  clearInterval(renewing);
  await inWorkspace(context(), (tx) => releaseMailbox(tx, lease, problem));
}

function isLeaseLost(error: unknown): boolean {
  return isAppError(error) && error.details.reason === 'lease_lost';
}

/** What the mailbox's owner reads. What the domain refuses stays so until someone changes it. */
function toProblem(error: unknown, connection: MailboxConnection): ReadingProblem {
  if (error instanceof Interrupted) return { message: error.message, passing: true };
  if (isAppError(error)) return { message: error.message, passing: error.code === 'conflict' };
  const server = { ...connection.imap, user: connection.userName, login: loginKind(connection) };
  return nameProblem(error, server, 'IMAP');
}

/** Enough to tell a password from a token; the secret itself is no part of a message. */
function loginKind({ auth }: MailboxConnection) {
  return auth === 'password' ? { password: '' } : { accessToken: '' };
}

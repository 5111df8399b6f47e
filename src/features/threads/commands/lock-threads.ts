import type { ThreadPriority } from '@/features/threads/model/decide-thread-change';
import type { ThreadState } from '@/features/threads/model/thread-transitions';
import { seesThread } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** What commands decide by. */
export interface LockedThread {
  id: string;
  subject: string;
  channel: string;
  state: ThreadState;
  priority: ThreadPriority;
  tags: string[];
  assigneeId: string | null;
  snoozedUntil: Date | null;
  triage: boolean;
  version: number;
  /** Whose timeline tells of it: the first creator it is certainly about. */
  creatorId: string | null;
}

/** A conversation one sees, held until the transaction ends. @throws AppError not_found */
export async function lockThread(tx: Tx, id: string): Promise<LockedThread> {
  const [thread] = await lockThreads(tx, [id]);
  if (!thread) throw new AppError('not_found', { reason: 'thread', message: 'There is no such conversation.' });
  return thread;
}

/** Those of the ids that one sees, in the order of their ids, so that two such locks never wait for each other. */
export async function lockThreads(tx: Tx, ids: readonly string[]): Promise<LockedThread[]> {
  return tx.rows<LockedThread>(sql`
    select t.id, t.subject, t.channel, t.state, t.priority, t.tags, t.assignee_id as "assigneeId",
      t.snoozed_until as "snoozedUntil", t.triage, t.version,
      (select p.creator_id from thread_creator p where p.thread_id = t.id and p.state = 'confirmed'
        order by p.creator_id limit 1) as "creatorId"
    from thread t where t.id = any (${[...ids]}::uuid[]) ${seesThread(tx.ctx)}
    order by t.id for no key update of t`);
}

/** Refuses what was decided on an older state. @throws AppError conflict `stale_version` */
export function requireThreadVersion(thread: LockedThread, version: number | undefined): void {
  if (version === undefined || version === thread.version) return;
  throw new AppError('conflict', {
    reason: 'stale_version',
    message: 'Something happened in this conversation in the meantime. Look at it and try again.',
    extra: { version: thread.version },
  });
}

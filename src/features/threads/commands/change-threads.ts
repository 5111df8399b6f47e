import { findPeople, requireAssignee } from '@/features/tasks/commands/find-people';
import {
  lockThread,
  lockThreads,
  requireThreadVersion,
  type LockedThread,
} from '@/features/threads/commands/lock-threads';
import { threadAssigned, threadDone, threadReopened, threadSnoozed, threadUpdated } from '@/features/threads/events';
import { decideThreadChange, tagsAfter, type ThreadChange } from '@/features/threads/model/decide-thread-change';
import type { ChangedThreads, ChangeThreadInput, ChangeThreadsInput } from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/**
 * Gives a conversation to somebody or nobody, puts it off, ends it, opens it again, or sets its priority or tags, and
 * records it (`thread.assigned`, `snoozed`, `done`, `reopened`, `updated`). What is so already changes nothing, whatever
 * `version` says. Answers the version that stands then.
 * @throws AppError not_found (conversation, assignee), conflict `stale_version`, invalid_state (no such move),
 *   invalid_input (an instant that has passed)
 */
export async function changeThread(tx: Tx, { id, change, version }: ChangeThreadInput): Promise<number> {
  await requirePossible(tx, change);
  const thread = await lockThread(tx, id);
  const decision = decideThreadChange(thread, change);
  if (decision.outcome === 'same') return thread.version;
  requireThreadVersion(thread, version);
  if (decision.outcome === 'refuse')
    throw new AppError('invalid_state', { reason: `thread_${thread.state}`, message: decision.message });
  await carryOut(tx, [thread], change);
  return thread.version + 1;
}

const batch = 500;

/**
 * The same to many in one transaction. What cannot be changed so is left as it is and answered with its reason.
 * @throws AppError not_found (assignee), invalid_input (an instant that has passed)
 */
export async function changeThreads(tx: Tx, { ids, change }: ChangeThreadsInput): Promise<ChangedThreads> {
  await requirePossible(tx, change);
  const sorted = [...new Set(ids)].sort();
  const answer: ChangedThreads = { changed: 0, refused: [] };
  for (let from = 0; from < sorted.length; from += batch) {
    const chosen = sorted.slice(from, from + batch);
    const threads = await lockThreads(tx, chosen);
    const decided = threads.map((thread) => ({ thread, decision: decideThreadChange(thread, change) }));
    const missing = chosen.filter((id) => !threads.some((thread) => thread.id === id));
    answer.refused.push(
      ...missing.map((id) => refusal(id, 'not_found', 'There is no such conversation.')),
      ...decided.flatMap(({ thread, decision }) =>
        decision.outcome === 'refuse' ? [refusal(thread.id, 'invalid_state', decision.message)] : [],
      ),
    );
    const possible = decided.filter(({ decision }) => decision.outcome === 'change').map(({ thread }) => thread);
    await carryOut(tx, possible, change);
    answer.changed += possible.length;
  }
  return answer;
}

function refusal(
  id: string,
  reason: 'not_found' | 'invalid_state',
  message: string,
): ChangedThreads['refused'][number] {
  return { id: encodeId('thread', id), reason, message };
}

async function requirePossible(tx: Tx, change: ThreadChange): Promise<void> {
  if (change.kind === 'assignee') await requireAssignee(tx, change.assigneeId);
  if (change.kind === 'snooze' && change.until !== null && change.until <= tx.ctx.now) {
    const message = 'must be later than now';
    throw new AppError('invalid_input', { reason: 'passed', message, fields: [{ path: 'change.until', message }] });
  }
}

async function carryOut(tx: Tx, threads: readonly LockedThread[], change: ThreadChange): Promise<void> {
  if (threads.length === 0) return;
  await tx.execute(sql`
    update thread t set ${assignmentOf(change)}, version = t.version + 1
    where t.id = any (${threads.map(({ id }) => id)}::uuid[])`);
  await recordChange(tx, threads, change);
}

function assignmentOf(change: ThreadChange): Sql {
  switch (change.kind) {
    case 'assignee':
      return sql`assignee_id = ${change.assigneeId}::uuid`;
    case 'snooze':
      return sql`state = 'snoozed', snoozed_until = ${change.until}::timestamptz`;
    case 'done':
      return sql`state = 'done', snoozed_until = null`;
    case 'open':
      return sql`state = 'open', snoozed_until = null`;
    case 'priority':
      return sql`priority = ${change.priority}`;
    case 'tags':
      return sql`tags = array(select distinct tag collate "C" from unnest(t.tags || ${change.add}::text[]) as tag
        where tag = any (${change.add}::text[]) or tag <> all (${change.remove}::text[]) order by 1)`;
  }
}

async function recordChange(tx: Tx, threads: readonly LockedThread[], change: ThreadChange): Promise<unknown> {
  const each = <Payload extends object>(payloadOf: (thread: LockedThread) => Payload) =>
    threads.map((thread) => ({
      subjectId: thread.id,
      creatorId: thread.creatorId,
      payload: { subject: thread.subject, ...payloadOf(thread) },
    }));
  const update = (changesOf: (thread: LockedThread) => Record<string, { from: unknown; to: unknown }>) => {
    const updates = each((thread) => ({ changes: changesOf(thread) }));
    return recordEvents(tx, threadUpdated, updates);
  };
  switch (change.kind) {
    case 'assignee': {
      const person = await findPeople(tx, [change.assigneeId, ...threads.map(({ assigneeId }) => assigneeId)]);
      const to = person(change.assigneeId);
      const moved = each(({ assigneeId }) => ({ changes: { assignee: { from: person(assigneeId), to } } }));
      return recordEvents(tx, threadAssigned, moved);
    }
    case 'snooze': {
      const until = change.until?.toISOString() ?? null;
      const put = each(() => ({ until }));
      return recordEvents(tx, threadSnoozed, put);
    }
    case 'done': {
      const ended = each(() => ({}));
      return recordEvents(tx, threadDone, ended);
    }
    case 'open': {
      const opened = each(({ state }) => ({ from: state }));
      return recordEvents(tx, threadReopened, opened);
    }
    case 'priority':
      return update(({ priority }) => ({ priority: { from: priority, to: change.priority } }));
    case 'tags':
      return update(({ tags }) => ({ tags: { from: tags, to: tagsAfter(tags, change) } }));
  }
}

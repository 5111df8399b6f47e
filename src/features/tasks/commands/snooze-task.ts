import { lockTask, requireVersion, type LockedTask } from '@/features/tasks/commands/lock-tasks';
import { taskSnoozed } from '@/features/tasks/events';
import type { SnoozeTaskInput } from '@/features/tasks/schemas/task-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Puts a task off until an instant, or wakes it (null), and records `task.snoozed`. It comes back by itself: being put
 * off is `until > now`. Where it is so already nothing changes, whatever `version` says. Answers the version that stands.
 * @throws AppError not_found, invalid_input (an instant that has passed), invalid_state (finished), conflict `stale_version`
 */
export async function snoozeTask(tx: Tx, { id, until, version }: SnoozeTaskInput): Promise<number> {
  const task = await lockTask(tx, id);
  requireFuture(tx, until);
  if (!sleepsOtherwise(task, until)) return task.version;
  requireVersion(task, version);
  if (isFinished(task)) throw new AppError('invalid_state', { reason: `task_${task.state}`, message: finishedMessage });
  await snoozeTasks(tx, [task], until);
  return task.version + 1;
}

export const finishedMessage = 'This task is finished: there is nothing to put off.';

/** @throws AppError invalid_input */
export function requireFuture(tx: Tx, until: Date | null): void {
  if (until === null || until > tx.ctx.now) return;
  const message = 'must be later than now';
  throw new AppError('invalid_input', { reason: 'passed', message, fields: [{ path: 'until', message }] });
}

export function isFinished({ state }: LockedTask): boolean {
  return state === 'done' || state === 'cancelled';
}

export function sleepsOtherwise(task: LockedTask, until: Date | null): boolean {
  return task.snoozedUntil?.getTime() !== until?.getTime();
}

/** Puts off tasks that are held and not finished, with their events. */
export async function snoozeTasks(tx: Tx, tasks: readonly LockedTask[], until: Date | null): Promise<void> {
  await tx.execute(sql`
    update task set snoozed_until = ${until}::timestamptz, version = version + 1, updated_at = ${tx.ctx.now}
    where id = any (${tasks.map(({ id }) => id)}::uuid[])`);
  await recordEvents(
    tx,
    taskSnoozed,
    tasks.map(({ id, creatorId, title }) => ({
      subjectId: id,
      creatorId,
      payload: { title, until: until?.toISOString() ?? null },
    })),
  );
}

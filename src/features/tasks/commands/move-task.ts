import { continueSeries, takeBackNext } from '@/features/tasks/commands/continue-series';
import { lockTask, requireVersion, type LockedTask } from '@/features/tasks/commands/lock-tasks';
import { taskCancelled, taskDone, taskReopened, taskStarted } from '@/features/tasks/events';
import { mayMove, type TaskState } from '@/features/tasks/model/task-transitions';
import type { MoveTaskInput } from '@/features/tasks/schemas/task-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Moves a task to a state, which ends its being put off, and records `task.started`, `done`, `cancelled` or `reopened`.
 * When one of a series is done, the next is made, once. Moving it where it is changes nothing, whatever `version` says.
 * Answers the version that stands then.
 * @throws AppError not_found, invalid_state (no such move), conflict `stale_version`
 */
export async function moveTask(tx: Tx, { id, state, version }: MoveTaskInput): Promise<number> {
  const task = await lockTask(tx, id);
  if (task.state === state) return task.version;
  requireVersion(task, version);
  if (!mayMove(task.state, state)) throw notDrawn(task.state, state);
  await moveTasks(tx, [task], state);
  return task.version + 1;
}

const words: Record<TaskState, string> = { open: 'open', doing: 'under way', done: 'done', cancelled: 'cancelled' };

export function notDrawn(from: TaskState, to: TaskState): AppError {
  const message =
    from === 'cancelled'
      ? 'This task was cancelled. Make a new one instead.'
      : `A task that is ${words[from]} cannot become ${words[to]}.`;
  return new AppError('invalid_state', { reason: `task_${from}`, message });
}

/** Moves tasks that are held and may go there, with their events, and keeps their series. */
export async function moveTasks(tx: Tx, tasks: readonly LockedTask[], to: TaskState): Promise<void> {
  const { now } = tx.ctx;
  const finishedAt = to === 'done' || to === 'cancelled' ? now : null;
  await tx.execute(sql`
    update task set state = ${to}, finished_at = ${finishedAt}::timestamptz, snoozed_until = null,
      started_at = ${to === 'doing' ? sql`${now}` : to === 'open' ? sql`null` : sql`started_at`},
      version = version + 1, updated_at = ${now}
    where id = any (${tasks.map(({ id }) => id)}::uuid[])`);
  await recordMoves(tx, tasks, to);
  for (const task of tasks) {
    if (to === 'done' && task.recurrence) await continueSeries(tx, task);
    if (task.state === 'done') await takeBackNext(tx, task);
  }
}

async function recordMoves(tx: Tx, tasks: readonly LockedTask[], to: TaskState): Promise<void> {
  const moves = tasks.map(({ id, creatorId, title, state }) => ({
    subjectId: id,
    creatorId,
    payload: { title, from: state },
  }));
  await recordEvents(
    tx,
    { open: taskReopened, doing: taskStarted, done: taskDone, cancelled: taskCancelled }[to],
    moves,
  );
}

import { lockTasks, type LockedTask } from '@/features/tasks/commands/lock-tasks';
import { moveTasks, notDrawn } from '@/features/tasks/commands/move-task';
import {
  finishedMessage,
  isFinished,
  requireFuture,
  sleepsOtherwise,
  snoozeTasks,
} from '@/features/tasks/commands/snooze-task';
import { differs, rewriteTasks, type TaskFields } from '@/features/tasks/commands/update-task';
import { mayMove } from '@/features/tasks/model/task-transitions';
import type { ChangedTasks, ChangeTasksInput } from '@/features/tasks/schemas/task-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';

const batch = 500;

type Refused = ChangedTasks['refused'][number];

/**
 * One change to many tasks in one transaction. What cannot be changed so is left as it is and answered with its reason;
 * the others are changed. What is so already is neither. Events as of the single commands.
 * @throws AppError not_found (assignee), invalid_input (an instant that has passed)
 */
export async function changeTasks(tx: Tx, { ids, change }: ChangeTasksInput): Promise<ChangedTasks> {
  if (change.kind === 'snooze') requireFuture(tx, change.until);
  const sorted = [...new Set(ids)].sort();
  const refused: Refused[] = [];
  let changed = 0;
  for (let from = 0; from < sorted.length; from += batch) {
    const chosen = sorted.slice(from, from + batch);
    const tasks = await lockTasks(tx, chosen);
    const there = new Set(tasks.map(({ id }) => id));
    refused.push(
      ...chosen.filter((id) => !there.has(id)).map((id) => refusal(id, 'not_found', 'This task is not here.')),
    );
    const changing = tasks.filter((task) => changesAnything(task, change));
    const reasons = new Map(changing.map((task) => [task.id, whyNot(task, change)]));
    refused.push(...[...reasons.values()].filter((reason) => reason !== null));
    const possible = changing.filter(({ id }) => reasons.get(id) === null);
    if (possible.length > 0) await carryOut(tx, possible, change);
    changed += possible.length;
  }
  return { changed, refused };
}

type Change = ChangeTasksInput['change'];

function changesAnything(task: LockedTask, change: Change): boolean {
  if (change.kind === 'state') return task.state !== change.state;
  if (change.kind === 'snooze') return sleepsOtherwise(task, change.until);
  return differs(task, fieldsOf(change));
}

function whyNot(task: LockedTask, change: Change): Refused | null {
  if (change.kind === 'state' && !mayMove(task.state, change.state))
    return refusal(task.id, 'invalid_state', notDrawn(task.state, change.state).message);
  if (change.kind === 'snooze' && isFinished(task)) return refusal(task.id, 'invalid_state', finishedMessage);
  if (change.kind === 'due' && change.due === null && task.recurrence)
    return refusal(task.id, 'needs_due', 'It comes again, so it needs a day on which it is due.');
  return null;
}

function refusal(id: string, reason: Refused['reason'], message: string): Refused {
  return { id: encodeId('task', id), reason, message };
}

async function carryOut(tx: Tx, tasks: readonly LockedTask[], change: Change): Promise<void> {
  if (change.kind === 'state') return moveTasks(tx, tasks, change.state);
  if (change.kind === 'snooze') return snoozeTasks(tx, tasks, change.until);
  return rewriteTasks(tx, tasks, fieldsOf(change));
}

function fieldsOf({ kind: _kind, ...fields }: Exclude<Change, { kind: 'state' | 'snooze' }>): TaskFields {
  return fields;
}

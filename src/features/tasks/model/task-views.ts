import type { TaskState } from './task-transitions';

/** What the screen shows: one's own, those nobody has, all that there is to do; what is put off; what is finished. */
export const TASK_VIEWS = ['mine', 'unassigned', 'all', 'snoozed', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

export const TASK_GROUPINGS = ['day', 'person', 'creator'] as const;
export type TaskGrouping = (typeof TASK_GROUPINGS)[number];

/** A task as far as a view asks. */
export interface ViewedTask {
  state: TaskState;
  assignee: { id: string } | null;
  snoozedUntil: string | null;
}

const filters = {
  mine: { assignee: 'me', snoozed: 'exclude' },
  unassigned: { assignee: 'none', snoozed: 'exclude' },
  all: { snoozed: 'exclude' },
  snoozed: { snoozed: 'only' },
  done: { state: ['done', 'cancelled'], sort: '-finishedAt' },
};

/** What a view asks of `find-tasks`. */
export function filterOf(view: TaskView): Record<string, unknown> {
  return filters[view];
}

/** What is put off or finished has no states to move between. */
export function hasBoard(view: TaskView): boolean {
  return view !== 'snoozed' && view !== 'done';
}

/** Whether a task stands in a view now; the same as its filter, for what was changed here and not yet read again. */
export function isInView(task: ViewedTask, view: TaskView, { me, now }: { me: string; now: Date }): boolean {
  const finished = task.state === 'done' || task.state === 'cancelled';
  if (view === 'done') return finished;
  const asleep = task.snoozedUntil !== null && Date.parse(task.snoozedUntil) > now.getTime();
  if (finished || asleep !== (view === 'snoozed')) return false;
  if (view === 'mine') return task.assignee?.id === me;
  return view !== 'unassigned' || task.assignee === null;
}

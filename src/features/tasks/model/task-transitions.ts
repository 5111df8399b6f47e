/** Every move a task may make; `''` is the state a row begins in. The database refuses any other. */
export const taskTransitions = {
  '': ['open'],
  open: ['doing', 'done', 'cancelled'],
  doing: ['done', 'open', 'cancelled'],
  done: ['open'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type TaskState = Exclude<keyof typeof taskTransitions, ''>;
export const TASK_STATES = Object.keys(taskTransitions).filter(Boolean) as TaskState[];

export function mayMove(from: TaskState, to: TaskState): boolean {
  return (taskTransitions[from] as readonly TaskState[]).includes(to);
}

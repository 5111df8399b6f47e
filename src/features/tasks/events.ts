import type { TaskSource } from '@/features/tasks/model/vocabulary';
import { defineEvent } from '@/platform/events/define-event';

interface Named {
  title: string;
}

interface Person {
  /** mem_… */
  id: string;
  name: string;
}

interface Change {
  from: unknown;
  to: unknown;
}

export const taskCreated = defineEvent<Named & { assignee: Person | null; due: string | null; source: TaskSource }>(
  'task.created',
  'task',
);
export const taskUpdated = defineEvent<Named & { changes: Record<string, Change> }>('task.updated', 'task');
/** Also when it is nobody's any more. A task that was given to someone as it was made only tells `task.created`. */
export const taskAssigned = defineEvent<Named & { changes: { assignee: { from: Person | null; to: Person | null } } }>(
  'task.assigned',
  'task',
);
export const taskStarted = defineEvent<Named>('task.started', 'task');
export const taskDone = defineEvent<Named>('task.done', 'task');
export const taskCancelled = defineEvent<Named>('task.cancelled', 'task');
/** From done, or put back from under way. */
export const taskReopened = defineEvent<Named & { from: string }>('task.reopened', 'task');
/** `until` is null when it was taken out of its sleep by a person. */
export const taskSnoozed = defineEvent<Named & { until: string | null }>('task.snoozed', 'task');

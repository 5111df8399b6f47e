import { finishTasksAbout } from '@/features/tasks/commands/finish-tasks-about';
import { messageCancelled, messageResolved, messageRetried, messageSent } from '@/features/threads/events';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';

/** What became of a message is known, or it is tried again: what was asked about it is done. */
export const settleUnsentTasks = defineInternalSubscriber({
  name: 'threads.settle-unsent-tasks',
  on: [messageSent, messageRetried, messageResolved, messageCancelled],
  run: (tx, { event }) => finishTasksAbout(tx, { type: 'message', id: event.subjectId }, 'failure'),
});

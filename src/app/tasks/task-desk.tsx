'use client';

import { useMemo, type ReactNode } from 'react';
import { changeTasks, createTask, moveTask, snoozeTask, updateTask } from '@/app/tasks/actions';
import { TaskDeskProvider } from '@/features/tasks/components/task-desk';

/** Gives everything below it what can be done with tasks. */
export function TaskDesk({ me, children }: { me: string; children: ReactNode }) {
  const desk = useMemo(
    () => ({ create: createTask, update: updateTask, move: moveTask, snooze: snoozeTask, change: changeTasks, me }),
    [me],
  );
  return <TaskDeskProvider desk={desk}>{children}</TaskDeskProvider>;
}

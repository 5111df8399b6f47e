'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { TaskDto } from '@/features/tasks/schemas/task';
import type { ChangedTasks } from '@/features/tasks/schemas/task-commands';

/** What a write answers, as far as a screen needs it. */
export type Answer<T> =
  { ok: true; data: T } | { ok: false; error: { message: string; fields: { path: string; message: string }[] } };

type Write<T> = (workspace: string, input: unknown) => Promise<Answer<T>>;

/** What can be done with tasks. Composed by the app, which knows what tasks can be about. */
export interface TaskDesk {
  create: Write<TaskDto>;
  update: Write<TaskDto>;
  move: Write<TaskDto>;
  snooze: Write<TaskDto>;
  change: Write<ChangedTasks>;
  /** The membership of who is signed in: mem_… */
  me: string;
}

const Desk = createContext<TaskDesk | null>(null);

export function TaskDeskProvider({ desk, children }: { desk: TaskDesk; children: ReactNode }) {
  return <Desk value={desk}>{children}</Desk>;
}

export function useTaskDesk(): TaskDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error('tasks outside a TaskDeskProvider');
  return desk;
}

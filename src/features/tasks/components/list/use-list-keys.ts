'use client';

import type { TaskMoves } from '@/features/tasks/components/use-task-moves';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';

interface ListKeys {
  /** In the order in which they are drawn. */
  tasks: readonly TaskDto[];
  openId: string | null;
  moves: TaskMoves;
  onOpen: (id: string) => void;
  onSelect: (id: string) => void;
  onNew: () => void;
}

const group = 'Tasks';

/** The list by keys: the task that is open, else the one that has the focus, is the one they are about. */
export function useListKeys({ tasks, openId, moves, onOpen, onSelect, onNew }: ListKeys): void {
  const { can } = useWorkspace();
  const enabled = can('task.update');
  const currentId = () => openId ?? focusedId();
  const current = () => tasks.find(({ id }) => id === currentId());
  const step = (by: number) => {
    const place = tasks.findIndex(({ id }) => id === currentId());
    const next = tasks[place < 0 ? 0 : Math.min(Math.max(place + by, 0), tasks.length - 1)];
    if (!next) return;
    rowOf(next.id)?.querySelector<HTMLElement>('[data-task-title]')?.focus();
    if (openId) onOpen(next.id);
  };
  useShortcut('j', 'Next task', { group, handler: () => step(1) });
  useShortcut('k', 'Task before', { group, handler: () => step(-1) });
  useShortcut('Enter', 'Open task', {
    group,
    handler: () => {
      const task = current();
      if (task) onOpen(task.id);
    },
  });
  useShortcut('e', 'Done, or open again', {
    group,
    enabled,
    handler: () => {
      const task = current();
      if (!task) return;
      const next = tasks[tasks.indexOf(task) + 1] ?? tasks[tasks.indexOf(task) - 1];
      moves.tick(task);
      if (next) rowOf(next.id)?.querySelector<HTMLElement>('[data-task-title]')?.focus();
    },
  });
  useShortcut('h', 'Put off', {
    group,
    enabled,
    handler: () => rowOf(currentId())?.querySelector<HTMLElement>('[data-snooze]')?.click(),
  });
  useShortcut('x', 'Select', {
    group,
    enabled,
    handler: () => {
      const task = current();
      if (task) onSelect(task.id);
    },
  });
  useShortcut('c', 'New task', { group, enabled, handler: onNew });
}

function focusedId(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset['task'] ?? null;
}

function rowOf(id: string | null): HTMLElement | null {
  return id === null ? null : document.querySelector<HTMLElement>(`[data-task="${id}"]`);
}

import { DUE_GROUPS, dueGroupOf, type Due } from './due';
import type { TaskGrouping } from './task-views';

export interface TaskGroup<T> {
  /** A `DueGroup`, or the id of a person or creator; `none` for nobody's. */
  key: string;
  /** A name; null for days and for nobody. */
  name: string | null;
  tasks: T[];
}

interface GroupedTask {
  due: Due | null;
  assignee: { id: string; name: string } | null;
  creator: { id: string; displayName: string } | null;
}

/** The tasks of a list in their groups, in the list's own order; groups without tasks are left out. */
export function groupTasks<T extends GroupedTask>(
  tasks: readonly T[],
  grouping: TaskGrouping,
  look: { now: Date; zone: string },
): TaskGroup<T>[] {
  const groups = new Map<string, TaskGroup<T>>();
  for (const task of tasks) {
    const { key, name } = placeOf(task, grouping, look);
    const group = groups.get(key) ?? { key, name, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  const found = [...groups.values()];
  if (grouping === 'day') return DUE_GROUPS.flatMap((key) => found.filter((group) => group.key === key));
  // By name; what is nobody's comes last.
  return found.sort((a, b) => (a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name)));
}

function placeOf(
  { due, assignee, creator }: GroupedTask,
  grouping: TaskGrouping,
  look: { now: Date; zone: string },
): { key: string; name: string | null } {
  if (grouping === 'day') return { key: dueGroupOf(due, look), name: null };
  const named = grouping === 'person' ? assignee : creator && { id: creator.id, name: creator.displayName };
  return named ? { key: named.id, name: named.name } : { key: 'none', name: null };
}

interface SortedTask {
  id: string;
  dueAt: string | null;
  finishedAt: string | null;
}

/** As the server lists them: what is due first, first, no date last; of what is finished, the last first. */
export function sortTasks<T extends SortedTask>(tasks: readonly T[], by: 'due' | 'finished'): T[] {
  if (by === 'finished')
    return [...tasks].sort((a, b) => compare(b.finishedAt ?? '', a.finishedAt ?? '') || compare(b.id, a.id));
  return [...tasks].sort((a, b) => compare(a.dueAt ?? 'never', b.dueAt ?? 'never') || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

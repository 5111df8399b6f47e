'use client';

import { useCallback, useRef, useState } from 'react';
import type { Answer } from '@/features/tasks/components/task-desk';
import type { TaskDto, TaskPage } from '@/features/tasks/schemas/task';
import { callRead } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { usePages, type Pages } from '@/ui/use-pages';

export interface TaskList extends Omit<Pages<TaskDto>, 'items'> {
  /** What was read, with what was changed or made here; not yet filtered by a view. */
  tasks: readonly TaskDto[];
  /**
   * Shows a change at once and writes it, after those of the same task that are under way. Refused, the task is as it
   * was, the reason is said, and null is answered; else the task as it is now.
   */
  change: (
    task: TaskDto,
    shown: Partial<TaskDto>,
    write: (version: number) => Promise<Answer<TaskDto>>,
  ) => Promise<TaskDto | null>;
  /** Takes in a task that was made, or read by itself. */
  keep: (task: TaskDto) => void;
}

interface TaskListInput {
  /** What `find-tasks` is asked, as JSON: another text begins a new list. */
  filter: string;
  /** Drawn until the first page is read. */
  first?: readonly TaskDto[] | undefined;
  /** Only what stands on this creator's record is heard of. */
  creatorId?: string | undefined;
}

const pageSize = 100;
const idOf = (task: TaskDto) => task.id;
const unreachable = { message: 'The server did not answer. Check your connection and try again.', fields: [] };

/** Tasks as the server has them and as they are being changed here; follows what others do. */
export function useTaskList({ filter, first, creatorId }: TaskListInput): TaskList {
  const { slug } = useWorkspace();
  const [revision, setRevision] = useState(0);
  const [kept, setKept] = useState<ReadonlyMap<string, TaskDto>>(new Map());
  const running = useRef(new Map<string, Promise<TaskDto | null>>());
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<TaskPage>(
        { workspace: slug, name: 'find-tasks', signal },
        { ...(JSON.parse(filter) as object), limit: pageSize, ...(cursor && { cursor }) },
      ),
    [slug, filter],
  );
  const { items, ...pages } = usePages({ load, idOf, revision });
  useLive([{ type: 'task', ...(creatorId && { creatorId }) }], () => setRevision((count) => count + 1));

  const keep = useCallback((task: TaskDto) => setKept((current) => new Map(current).set(task.id, task)), []);
  const drop = useCallback((task: TaskDto) => setKept((current) => without(current, task)), []);
  const change = useCallback<TaskList['change']>(
    async (task, shown, write) => {
      const ahead = { ...task, ...shown };
      keep(ahead);
      const before = running.current.get(task.id);
      const turn = (async () => {
        const latest = (await before) ?? task;
        const answer = await write(latest.version).catch(() => ({ ok: false as const, error: unreachable }));
        if (answer.ok) {
          keep(answer.data);
          return answer.data;
        }
        drop(ahead);
        setRevision((count) => count + 1);
        notify.failed(`“${task.title}” was not changed`, { description: sentenceOf(answer.error) });
        return null;
      })();
      running.current.set(task.id, turn);
      return turn;
    },
    [keep, drop],
  );
  const read = pages.loading && first ? first : items;
  return { ...pages, loading: pages.loading && !first, tasks: merge(read, kept), change, keep };
}

function sentenceOf({ message, fields }: { message: string; fields: { path: string; message: string }[] }): string {
  return fields.map((field) => field.message).join(' ') || message;
}

/** Only if nothing newer took its place. */
function without(kept: ReadonlyMap<string, TaskDto>, task: TaskDto): ReadonlyMap<string, TaskDto> {
  if (kept.get(task.id) !== task) return kept;
  return new Map([...kept].filter(([id]) => id !== task.id));
}

/** What was changed here stands until the server's own word is newer. */
function merge(read: readonly TaskDto[], kept: ReadonlyMap<string, TaskDto>): TaskDto[] {
  const ids = new Set(read.map(idOf));
  const known = read.map((task) => {
    const own = kept.get(task.id);
    return own && own.version >= task.version ? own : task;
  });
  return [...known, ...[...kept.values()].filter((task) => !ids.has(task.id))];
}

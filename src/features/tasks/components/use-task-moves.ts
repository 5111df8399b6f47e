'use client';

import { useTaskDesk } from '@/features/tasks/components/task-desk';
import type { TaskList } from '@/features/tasks/components/use-task-list';
import { dueAtOf } from '@/features/tasks/model/due';
import type { TaskState } from '@/features/tasks/model/task-transitions';
import type { TaskDto } from '@/features/tasks/schemas/task';
import type { UpdateTaskInput } from '@/features/tasks/schemas/task-commands';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

export type TaskFields = Omit<UpdateTaskInput, 'id' | 'version'>;

export interface TaskMoves {
  /** Done, or open again when it was. */
  tick: (task: TaskDto) => void;
  move: (task: TaskDto, state: TaskState) => void;
  /** Null wakes it. */
  snooze: (task: TaskDto, until: Date | null) => void;
  save: (task: TaskDto, fields: TaskFields, shown?: Partial<TaskDto>) => Promise<TaskDto | null>;
}

/** What one does with a task of a list: shown at once, undone by one more click, taken back with the reason if refused. */
export function useTaskMoves(list: TaskList): TaskMoves {
  const { slug } = useWorkspace();
  const desk = useTaskDesk();
  const format = useFormat();
  const now = useNow();
  const carry = (task: TaskDto, state: TaskState) =>
    list.change(task, stateShown(state, now), (version) => desk.move(slug, { id: task.id, state, version }));
  const sleep = (task: TaskDto, until: Date | null) =>
    list.change(task, { snoozedUntil: until?.toISOString() ?? null }, (version) =>
      desk.snooze(slug, { id: task.id, until: until?.toISOString() ?? null, version }),
    );
  const remake = async (task: TaskDto) => {
    const answer = await desk.create(slug, copyOf(task));
    if (answer.ok) list.keep(answer.data);
    else notify.failed('It could not be brought back', { description: answer.error.message });
  };
  const move = async (task: TaskDto, state: TaskState) => {
    const moved = await carry(task, state);
    if (!moved) return;
    if (state === 'done') notify.undoable('Done', () => void carry(moved, 'open'), { description: task.title });
    if (state === 'cancelled') notify.undoable('Cancelled', () => void remake(moved), { description: task.title });
  };
  const putOff = async (task: TaskDto, until: Date | null) => {
    const before = task.snoozedUntil === null ? null : new Date(task.snoozedUntil);
    const moved = await sleep(task, until);
    if (!moved || until === null) return;
    notify.undoable(`Put off until ${format.dateTime(until)}`, () => void sleep(moved, before), {
      description: task.title,
    });
  };
  return {
    move: (task, state) => void move(task, state),
    tick: (task) => task.state !== 'cancelled' && void move(task, task.state === 'done' ? 'open' : 'done'),
    snooze: (task, until) => void putOff(task, until),
    save: (task, fields, shown) =>
      list.change(task, shown ?? shownOf(fields), (version) => desk.update(slug, { ...fields, id: task.id, version })),
  };
}
function stateShown(state: TaskState, now: Date): Partial<TaskDto> {
  const finished = state === 'done' || state === 'cancelled';
  return { state, snoozedUntil: null, finishedAt: finished ? now.toISOString() : null };
}

function shownOf({ assigneeId: _assigneeId, due, ...fields }: TaskFields): Partial<TaskDto> {
  return {
    ...(fields as Partial<TaskDto>),
    ...(due !== undefined && { due, dueAt: due && dueAtOf(due).toISOString() }),
  };
}

/** What was cancelled stays so: bringing it back is making it again. */
function copyOf({ title, note, assignee, priority, due, recurrence, subject, creator }: TaskDto): object {
  const about = subject?.id ?? creator?.id;
  return { title, note, assigneeId: assignee?.id ?? null, priority, due, recurrence, ...(about && { subject: about }) };
}

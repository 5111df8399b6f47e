import { requireDay } from '@/features/tasks/commands/create-task';
import { toDueColumns, toJson } from '@/features/tasks/commands/insert-task';
import { findPeople, requireAssignee } from '@/features/tasks/commands/find-people';
import { lockTask, requireVersion, type LockedTask } from '@/features/tasks/commands/lock-tasks';
import { taskAssigned, taskUpdated } from '@/features/tasks/events';
import type { Due } from '@/features/tasks/model/due';
import type { Recurrence } from '@/features/tasks/model/recurrence';
import type { TaskPriority } from '@/features/tasks/model/vocabulary';
import { toDue } from '@/features/tasks/queries/task-rows';
import type { UpdateTaskInput } from '@/features/tasks/schemas/task-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { joinSql, sql, type Sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/**
 * Changes the fields that are given (null empties one). Records `task.updated` with what they were and became, and
 * `task.assigned` when it is for someone else now. Fields that are so already change nothing, whatever `version` says.
 * Answers the version that stands then.
 * @throws AppError not_found (task, assignee), conflict `stale_version`, invalid_input (comes again without a day)
 */
export async function updateTask(tx: Tx, { id, version, ...fields }: UpdateTaskInput): Promise<number> {
  const task = await lockTask(tx, id);
  if (!differs(task, fields)) return task.version;
  requireVersion(task, version);
  await rewriteTasks(tx, [task], fields);
  return task.version + 1;
}

/** Fields a task is given; those that are absent stay. */
export interface TaskFields {
  title?: string | undefined;
  note?: string | undefined;
  assigneeId?: string | null | undefined;
  priority?: TaskPriority | undefined;
  due?: Due | null | undefined;
  recurrence?: Recurrence | null | undefined;
}

/** Whether these fields would change anything of it. */
export function differs(task: LockedTask, fields: TaskFields): boolean {
  const present = valuesOf(task);
  return Object.entries(fields).some(([name, to]) => to !== undefined && !same(present[name as keyof TaskFields], to));
}

/** Writes the fields on tasks that are held and differ by them, with their events. Errors as `updateTask`. */
export async function rewriteTasks(tx: Tx, tasks: readonly LockedTask[], fields: TaskFields): Promise<void> {
  await requireAssignee(tx, fields.assigneeId);
  for (const task of tasks) requireDay({ ...valuesOf(task), ...defined(fields) });
  await tx.execute(sql`
    update task set ${joinSql(assignmentsOf(fields), ', ')}, version = version + 1, updated_at = ${tx.ctx.now}
    where id = any (${tasks.map(({ id }) => id)}::uuid[])`);
  await recordChanges(tx, tasks, fields);
}

function assignmentsOf({ title, note, assigneeId, priority, due, recurrence }: TaskFields): Sql[] {
  return [
    ...set(title, (value) => sql`title = ${value}`),
    ...set(note, (value) => sql`note = ${value}`),
    ...set(priority, (value) => sql`priority = ${value}`),
    ...set(assigneeId, (value) => sql`assignee_id = ${value}::uuid`),
    ...set(due, (value) => {
      const { on, time, zone, at } = toDueColumns(value);
      return sql`due_on = ${on}::date, due_time = ${time}, due_zone = ${zone}, due_at = ${at}`;
    }),
    ...set(recurrence, (value) => sql`recurrence = ${toJson(value)}::jsonb`),
  ];
}

function set<T>(value: T | undefined, assign: (value: T) => Sql): Sql[] {
  return value === undefined ? [] : [assign(value)];
}

async function recordChanges(tx: Tx, tasks: readonly LockedTask[], fields: TaskFields): Promise<void> {
  const { assigneeId, ...others } = defined(fields);
  const about = ({ id, creatorId, title }: LockedTask) => ({
    subject: { subjectId: id, creatorId },
    title: fields.title ?? title,
  });
  const updates = tasks.flatMap((task) => {
    const present = valuesOf(task);
    const changed = Object.entries(others).filter(([name, to]) => !same(present[name as keyof TaskFields], to));
    if (changed.length === 0) return [];
    const { subject, title } = about(task);
    const changes = Object.fromEntries(
      changed.map(([name, to]) => [name, { from: present[name as keyof TaskFields] ?? null, to }]),
    );
    return [{ ...subject, payload: { title, changes } }];
  });
  await recordEvents(tx, taskUpdated, updates);
  if (assigneeId === undefined) return;
  const moved = tasks.filter((task) => task.assigneeId !== assigneeId);
  const person = await findPeople(tx, [assigneeId, ...moved.map((task) => task.assigneeId)]);
  await recordEvents(
    tx,
    taskAssigned,
    moved.map((task) => {
      const { subject, title } = about(task);
      return {
        ...subject,
        payload: { title, changes: { assignee: { from: person(task.assigneeId), to: person(assigneeId) } } },
      };
    }),
  );
}

function valuesOf(task: LockedTask): Required<TaskFields> {
  const { title, note, assigneeId, priority, recurrence } = task;
  return { title, note, assigneeId, priority, recurrence, due: toDue(task) };
}

function defined(fields: TaskFields): TaskFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Of the small values a task has: the order of an object's keys says nothing. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

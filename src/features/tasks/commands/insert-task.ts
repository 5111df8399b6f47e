import { dueAtOf, type Due } from '@/features/tasks/model/due';
import type { Recurrence } from '@/features/tasks/model/recurrence';
import type { TaskPriority, TaskSource } from '@/features/tasks/model/vocabulary';
import type { SubjectId } from '@/features/tasks/schemas/subject';
import { findPeople } from '@/features/tasks/commands/find-people';
import { taskCreated } from '@/features/tasks/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

export interface NewTask {
  title: string;
  note: string;
  assigneeId: string | null;
  authorId: string | null;
  priority: TaskPriority;
  due: Due | null;
  recurrence: Recurrence | null;
  previousId: string | null;
  subject: SubjectId | null;
  creatorId: string | null;
  source: TaskSource;
  sourceKey: string | null;
}

/** Writes a task and `task.created`; null when the same thing made one before, or the series has its next already. */
export async function insertTask(tx: Tx, task: NewTask): Promise<string | null> {
  const { workspaceId, now } = tx.ctx;
  const due = toDueColumns(task.due);
  const subject = task.subject ?? { type: null, id: null };
  const [row] = await tx.rows<{ id: string }>(sql`
    insert into task (id, workspace_id, title, note, assignee_id, author_id, priority, due_on, due_time, due_zone, due_at,
      recurrence, previous_id, subject_type, subject_id, creator_id, source, source_key, created_at, updated_at)
    values (${newId()}::uuid, ${workspaceId}::uuid, ${task.title}, ${task.note}, ${task.assigneeId}::uuid,
      ${task.authorId}::uuid, ${task.priority}, ${due.on}::date, ${due.time}, ${due.zone}, ${due.at},
      ${toJson(task.recurrence)}::jsonb, ${task.previousId}::uuid, ${subject.type}, ${subject.id}::uuid,
      ${task.creatorId}::uuid, ${task.source}, ${task.sourceKey}, ${now}, ${now})
    on conflict do nothing returning id`);
  if (!row) return null;
  const { title, assigneeId, source, creatorId } = task;
  const person = await findPeople(tx, [assigneeId]);
  await recordEvent(tx, taskCreated, {
    subjectId: row.id,
    creatorId,
    payload: { title, assignee: person(assigneeId), due: due.on, source },
  });
  return row.id;
}

/** A day is kept with the instant from which on it is overdue. */
export function toDueColumns(due: Due | null): { [part in keyof Due]: Due[part] | null } & { at: Date | null } {
  return due ? { ...due, at: dueAtOf(due) } : { on: null, time: null, zone: null, at: null };
}

export function toJson(value: object | null): string | null {
  return value && JSON.stringify(value);
}

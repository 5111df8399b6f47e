import { dueAtOf, type Due } from '@/features/tasks/model/due';
import type { Recurrence } from '@/features/tasks/model/recurrence';
import type { TaskState } from '@/features/tasks/model/task-transitions';
import type { TaskPriority, TaskSource, TaskSubject } from '@/features/tasks/model/vocabulary';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

export interface TaskRow {
  id: string;
  title: string;
  note: string;
  state: TaskState;
  priority: TaskPriority;
  assigneeId: string | null;
  assigneeName: string | null;
  authorId: string | null;
  authorName: string | null;
  dueOn: string | null;
  dueTime: string | null;
  dueZone: string | null;
  snoozedUntil: Date | null;
  recurrence: Recurrence | null;
  subjectType: TaskSubject | null;
  subjectId: string | null;
  rootId: string | null;
  creatorName: string | null;
  source: TaskSource;
  createdAt: Date;
  updatedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  version: number;
}

export const taskColumns = sql`t.id, t.title, t.note, t.state, t.priority, t.assignee_id as "assigneeId",
  au.name as "assigneeName", t.author_id as "authorId", wu.name as "authorName", t.due_on as "dueOn",
  t.due_time as "dueTime", t.due_zone as "dueZone", t.snoozed_until as "snoozedUntil", t.recurrence,
  t.subject_type as "subjectType", t.subject_id as "subjectId", r.id as "rootId", r.display_name as "creatorName",
  t.source, t.created_at as "createdAt", t.updated_at as "updatedAt", t.started_at as "startedAt",
  t.finished_at as "finishedAt", t.version`;

/** What hangs on a task `t`: people, and the creator's name (of the one that stands for a merged one). */
export const taskJoins = sql`
  left join membership a on a.id = t.assignee_id left join app_user au on au.id = a.user_id
  left join membership w on w.id = t.author_id left join app_user wu on wu.id = w.user_id
  left join creator c on c.id = t.creator_id left join creator r on r.id = c.root_id`;

export function toTask(row: TaskRow): TaskDto {
  const { id, title, note, state, priority, recurrence, source, version } = row;
  const due = toDue(row);
  return {
    ...{ id: encodeId('task', id), title, note, state, priority, recurrence, source, version },
    assignee: toPerson(row.assigneeId, row.assigneeName),
    author: toPerson(row.authorId, row.authorName),
    due,
    dueAt: due && dueAtOf(due).toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    subject: toSubject(row),
    creator: row.rootId && { id: encodeId('creator', row.rootId), displayName: row.creatorName ?? '' },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  } as TaskDto;
}

export function toDue({ dueOn, dueTime, dueZone }: Pick<TaskRow, 'dueOn' | 'dueTime' | 'dueZone'>): Due | null {
  return dueOn === null || dueZone === null ? null : { on: dueOn, time: dueTime, zone: dueZone };
}

function toPerson(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id: encodeId('membership', id), name: name ?? '' };
}

function toSubject({ subjectType, subjectId }: TaskRow): TaskDto['subject'] {
  if (subjectType === null || subjectId === null) return null;
  return { type: subjectType, id: encodeId(subjectType, subjectId), title: null };
}

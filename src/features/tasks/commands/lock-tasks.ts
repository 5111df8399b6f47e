import type { Recurrence } from '@/features/tasks/model/recurrence';
import type { TaskState } from '@/features/tasks/model/task-transitions';
import type { TaskPriority, TaskSubject } from '@/features/tasks/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** What commands decide by: the task's own columns, days as `YYYY-MM-DD`. */
export interface LockedTask {
  id: string;
  title: string;
  note: string;
  assigneeId: string | null;
  state: TaskState;
  priority: TaskPriority;
  dueOn: string | null;
  dueTime: string | null;
  dueZone: string | null;
  snoozedUntil: Date | null;
  recurrence: Recurrence | null;
  subjectType: TaskSubject | null;
  subjectId: string | null;
  creatorId: string | null;
  version: number;
}

const columns = sql`t.id, t.title, t.note, t.assignee_id as "assigneeId", t.state, t.priority, t.due_on as "dueOn",
  t.due_time as "dueTime", t.due_zone as "dueZone", t.snoozed_until as "snoozedUntil", t.recurrence,
  t.subject_type as "subjectType", t.subject_id as "subjectId", t.creator_id as "creatorId", t.version`;

/** A task, held until the transaction ends. @throws AppError not_found */
export async function lockTask(tx: Tx, id: string): Promise<LockedTask> {
  const [task] = await lockTasks(tx, [id]);
  if (!task) throw new AppError('not_found');
  return task;
}

/** Those of the ids that are there, in the order of their ids, so that two such locks never wait for each other. */
export async function lockTasks(tx: Tx, ids: readonly string[]): Promise<LockedTask[]> {
  return tx.rows<LockedTask>(sql`
    select ${columns} from task t where t.id = any (${[...ids]}::uuid[]) order by t.id for no key update`);
}

/** Refuses what was decided on an older state. @throws AppError conflict `stale_version` */
export function requireVersion(task: LockedTask, version: number | undefined): void {
  if (version === undefined || version === task.version) return;
  throw new AppError('conflict', {
    reason: 'stale_version',
    message: 'Someone changed this task in the meantime. Look at the present state and try again.',
    extra: { version: task.version },
  });
}

import { insertTask } from '@/features/tasks/commands/insert-task';
import type { LockedTask } from '@/features/tasks/commands/lock-tasks';
import { taskCancelled } from '@/features/tasks/events';
import { nextDue } from '@/features/tasks/model/recurrence';
import { toDue } from '@/features/tasks/queries/task-rows';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/** Makes the task that follows one of a series, for the same person and about the same thing; nothing if it is there. */
export async function continueSeries(tx: Tx, task: LockedTask): Promise<void> {
  const due = toDue(task);
  if (!due || !task.recurrence) return;
  const { title, note, priority, recurrence, creatorId, subjectType, subjectId } = task;
  await insertTask(tx, {
    ...{ title, note, priority, recurrence, creatorId },
    assigneeId: await stillMember(tx, task.assigneeId),
    authorId: null,
    due: nextDue(due, recurrence, tx.ctx.now),
    previousId: task.id,
    subject: subjectType && subjectId ? { type: subjectType, id: subjectId } : null,
    source: 'recurrence',
    sourceKey: null,
  });
}

/** A task that is opened again is not done: the next of its series goes, unless somebody has touched it. */
export async function takeBackNext(tx: Tx, task: LockedTask): Promise<void> {
  const gone = await tx.rows<{ id: string; title: string; creatorId: string | null }>(sql`
    update task set state = 'cancelled', finished_at = ${tx.ctx.now}, version = version + 1, updated_at = ${tx.ctx.now}
    where previous_id = ${task.id}::uuid and state = 'open' and version = 1
    returning id, title, creator_id as "creatorId"`);
  await recordEvents(
    tx,
    taskCancelled,
    gone.map(({ id, title, creatorId }) => ({ subjectId: id, creatorId, payload: { title, from: 'open' } })),
  );
}

/** Who left the workspace is given nothing more. */
async function stillMember(tx: Tx, assigneeId: string | null): Promise<string | null> {
  if (assigneeId === null) return null;
  const member = await tx.db.membership.findFirst({ where: { id: assigneeId, removedAt: null }, select: { id: true } });
  return member?.id ?? null;
}

import { lockTasks } from '@/features/tasks/commands/lock-tasks';
import { moveTasks } from '@/features/tasks/commands/move-task';
import type { TaskSource } from '@/features/tasks/model/vocabulary';
import type { SubjectId } from '@/features/tasks/schemas/subject';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** The work itself ticks its tasks: those about a thing that came from `source` and are not finished become done. */
export async function finishTasksAbout(tx: Tx, { type, id }: SubjectId, source: TaskSource): Promise<void> {
  const rows = await tx.rows<{ id: string }>(sql`
    select t.id from task t where t.subject_type = ${type} and t.subject_id = ${id}::uuid and t.source = ${source}
      and t.state in ('open', 'doing')`);
  const tasks = await lockTasks(
    tx,
    rows.map((row) => row.id),
  );
  const unfinished = tasks.filter(({ state }) => state === 'open' || state === 'doing');
  if (unfinished.length > 0) await moveTasks(tx, unfinished, 'done');
}

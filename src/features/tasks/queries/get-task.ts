import { taskColumns, taskJoins, toTask, type TaskRow } from '@/features/tasks/queries/task-rows';
import type { TaskDto } from '@/features/tasks/schemas/task';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** One task. @throws AppError not_found */
export async function getTask(tx: Tx, id: string): Promise<TaskDto> {
  const [row] = await tx.rows<TaskRow>(sql`select ${taskColumns} from task t ${taskJoins} where t.id = ${id}::uuid`);
  if (!row) throw new AppError('not_found');
  return toTask(row);
}

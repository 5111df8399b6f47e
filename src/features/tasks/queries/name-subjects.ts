import type { SubjectSource } from '@/features/tasks/schemas/subject';
import type { TaskDto } from '@/features/tasks/schemas/task';
import type { Tx } from '@/platform/db/in-workspace';
import { decodeId } from '@/shared/ids';

/** The same tasks with the titles of what they are about, one question for each kind; those one may not see stay null. */
export async function nameSubjects(
  tx: Tx,
  tasks: readonly TaskDto[],
  sources: readonly SubjectSource[],
): Promise<TaskDto[]> {
  const titles = new Map<string, string>();
  for (const { type, permission, find } of sources) {
    const ids = tasks.flatMap(({ subject }) => (subject?.type === type ? [subject.id] : []));
    if (ids.length === 0 || !tx.ctx.permissions.has(permission)) continue;
    const found = await find(tx, [...new Set(ids.map((id) => decodeId(type, id)))]);
    for (const id of ids) {
      const subject = found.get(decodeId(type, id));
      if (subject) titles.set(id, subject.title);
    }
  }
  return tasks.map((task) =>
    task.subject ? { ...task, subject: { ...task.subject, title: titles.get(task.subject.id) ?? null } } : task,
  );
}

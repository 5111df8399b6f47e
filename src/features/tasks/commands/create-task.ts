import { requireAssignee } from '@/features/tasks/commands/find-people';
import { insertTask, type NewTask } from '@/features/tasks/commands/insert-task';
import type { CreateTaskInput } from '@/features/tasks/schemas/task-commands';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/**
 * Makes a task and records `task.created`. The subject is taken by type and id: whoever calls knows that it is there.
 * With a `sourceKey`, the same source and key again (twice, or two at once) answer the first task and make nothing.
 * @throws AppError not_found (assignee), invalid_input (comes again without a day)
 */
export async function createTask(tx: Tx, input: CreateTaskInput): Promise<{ id: string; created: boolean }> {
  await requireAssignee(tx, input.assigneeId);
  const task = toNewTask(tx.ctx, input);
  requireDay(task);
  const id = await insertTask(tx, task);
  if (id !== null) return { id, created: true };
  const { source, sourceKey } = task;
  const earlier = await tx.db.task.findFirst({ where: { source, sourceKey }, select: { id: true } });
  if (!earlier) throw new Error('a task that nothing else stands for was not written');
  return { id: earlier.id, created: false };
}

function toNewTask({ actor }: Context, { source, title, ...input }: CreateTaskInput): NewTask {
  const given = Object.fromEntries(Object.entries<unknown>(input).filter(([, value]) => value !== undefined));
  const authorId = actor.type === 'user' ? actor.membershipId : null;
  return { ...bare, authorId, source, title, ...given };
}

const bare: Omit<NewTask, 'title' | 'source' | 'authorId'> = {
  ...{ note: '', priority: 'normal' },
  ...{ assigneeId: null, due: null, recurrence: null, previousId: null },
  ...{ subject: null, creatorId: null, sourceKey: null },
};

/** What comes again comes again on a day. @throws AppError invalid_input */
export function requireDay({ due, recurrence }: { due: unknown; recurrence: unknown }): void {
  if (!recurrence || due) return;
  const message = 'A task that comes again needs a day on which it is due.';
  throw new AppError('invalid_input', { reason: 'needs_due', message, fields: [{ path: 'due', message }] });
}

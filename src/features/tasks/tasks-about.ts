import { createTask } from '@/features/tasks/commands/create-task';
import { requireSubject } from '@/features/tasks/commands/require-subject';
import type { TaskSource } from '@/features/tasks/model/vocabulary';
import { findTasks } from '@/features/tasks/queries/find-tasks';
import { getTask } from '@/features/tasks/queries/get-task';
import { nameSubjects } from '@/features/tasks/queries/name-subjects';
import type { FindTasksInput } from '@/features/tasks/schemas/find-tasks';
import type { SubjectId, SubjectSource } from '@/features/tasks/schemas/subject';
import type { TaskDto, TaskPage } from '@/features/tasks/schemas/task';
import type { PostTaskInput } from '@/features/tasks/schemas/task-commands';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';

/** Tasks as people and keys meet them: about subjects that are there, and with their titles. */
export interface TasksAbout {
  get(tx: Tx, id: string): Promise<TaskDto>;
  find(tx: Tx, filter: FindTasksInput): Promise<TaskPage>;
  create(tx: Tx, input: PostTaskInput & { draftId?: string | undefined }): Promise<TaskDto>;
}

/** The nouns are the slices' own: tasks knows none of them. */
export function tasksAbout(sources: readonly SubjectSource[]): TasksAbout {
  const get = async (tx: Tx, id: string) => {
    const task = await getTask(tx, id);
    return (await nameSubjects(tx, [task], sources))[0] ?? task;
  };
  return {
    get,
    async find(tx, filter) {
      const page = await findTasks(tx, filter);
      return { ...page, data: await nameSubjects(tx, page.data, sources) };
    },
    async create(tx, { draftId, ...input }) {
      const found = input.subject && (await requireSubject(tx, input.subject, sources));
      const { id } = await createTask(tx, {
        ...input,
        creatorId: found?.creatorId ?? null,
        source: sourceOf(tx.ctx, input.subject),
        sourceKey: draftId && `${actorOf(tx.ctx)} ${draftId}`,
      });
      return get(tx, id);
    },
  };
}

function sourceOf({ actor }: Context, subject: SubjectId | undefined): TaskSource {
  if (actor.type === 'key') return 'api';
  return subject && subject.type !== 'creator' ? 'thread' : 'person';
}

/** A draft is its writer's: another's draft of the same id is another. */
function actorOf({ actor }: Context): string {
  if (actor.type === 'user') return actor.membershipId;
  return actor.type === 'key' ? actor.keyId : '';
}

import { z } from 'zod';
import { TASK_PRIORITIES, type TaskSource } from '@/features/tasks/model/vocabulary';
import { subjectIdSchema, type SubjectId } from '@/features/tasks/schemas/subject';
import { dueSchema, recurrenceSchema, taskStateSchema } from '@/features/tasks/schemas/task';
import { instantSchema, text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

const note = z
  .string()
  .max(20_000, { message: 'must be at most 20000 characters' })
  .refine((value) => !value.includes('\0') && !/\p{Cs}/u.test(value), {
    message: 'holds characters that cannot be kept',
  })
  .meta({ description: 'Plain text' });
const version = z.int().min(1).optional().meta({ description: 'Refused as a conflict when it changed meanwhile' });
const assigneeId = idSchema('membership').nullable().meta({ description: 'Null: nobody' });

const fields = {
  title: text(300),
  note: note.optional(),
  assigneeId: assigneeId.optional(),
  priority: z.enum(TASK_PRIORITIES).optional(),
  due: dueSchema.nullable().optional(),
  recurrence: recurrenceSchema.nullable().optional(),
};

/** What a person or a key gives. */
export const postTaskSchema = z.strictObject({ ...fields, subject: subjectIdSchema.optional() });
export type PostTaskInput = z.output<typeof postTaskSchema>;

/** `draftId`: a uuid that a form makes when it opens; the same draft sent twice is one task. */
export const createTaskSchema = postTaskSchema.extend({ draftId: z.uuid().optional() });

/** What the command takes: the subject is known to be there, and `sourceKey` makes the same thing make one task. */
export interface CreateTaskInput extends Omit<PostTaskInput, 'subject'> {
  subject?: SubjectId | null | undefined;
  creatorId?: string | null | undefined;
  source: TaskSource;
  sourceKey?: string | undefined;
}

export const patchTaskSchema = z.strictObject({ ...fields, title: fields.title.optional(), version });
export const updateTaskSchema = patchTaskSchema.extend({ id: idSchema('task') });
export type UpdateTaskInput = z.output<typeof updateTaskSchema>;

export const moveBodySchema = z.strictObject({ version });
export const moveTaskSchema = z.strictObject({ id: idSchema('task'), state: taskStateSchema, version });
export type MoveTaskInput = z.output<typeof moveTaskSchema>;

const until = instantSchema.nullable().meta({ description: 'Null: wake it now' });
export const snoozeBodySchema = z.strictObject({ until, version });
export const snoozeTaskSchema = snoozeBodySchema.extend({ id: idSchema('task') });
export type SnoozeTaskInput = z.output<typeof snoozeTaskSchema>;

export const chooseTaskSchema = z.strictObject({ id: idSchema('task') });

/** One change to many tasks. */
export const changeTasksSchema = z.strictObject({
  ids: z.array(idSchema('task')).min(1).max(2_000),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('assignee'), assigneeId }),
    z.strictObject({ kind: z.literal('due'), due: dueSchema.nullable() }),
    z.strictObject({ kind: z.literal('priority'), priority: z.enum(TASK_PRIORITIES) }),
    z.strictObject({ kind: z.literal('state'), state: taskStateSchema }),
    z.strictObject({ kind: z.literal('snooze'), until }),
  ]),
});
export type ChangeTasksInput = z.output<typeof changeTasksSchema>;

export const changedTasksSchema = z.object({
  changed: z.number().meta({ description: 'How many are different now; those that were so already are not counted' }),
  refused: z
    .array(
      z.object({ id: z.string(), reason: z.enum(['not_found', 'invalid_state', 'needs_due']), message: z.string() }),
    )
    .meta({ description: 'What did not happen, and why' }),
});
export type ChangedTasks = z.output<typeof changedTasksSchema>;

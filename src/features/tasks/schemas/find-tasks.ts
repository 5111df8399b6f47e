import { z } from 'zod';
import { subjectIdSchema } from '@/features/tasks/schemas/subject';
import { taskStateSchema } from '@/features/tasks/schemas/task';
import { instantSchema } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const findTasksSchema = z.strictObject({
  assignee: z
    .union([z.literal('me'), z.literal('none'), idSchema('membership')])
    .optional()
    .meta({ description: 'A member, `none` for what nobody has, or `me` (people only: a key is nobody)' }),
  state: z
    .union([taskStateSchema.transform((state) => [state]), z.array(taskStateSchema).min(1)])
    .default(['open', 'doing'])
    .meta({ description: 'Repeat it for several. Default: open and doing' }),
  dueBefore: instantSchema.optional().meta({ description: 'Overdue at this instant' }),
  dueAfter: instantSchema.optional().meta({ description: 'Not yet overdue at this instant' }),
  creatorId: idSchema('creator').optional().meta({ description: 'On whose record it stands' }),
  subject: subjectIdSchema.optional(),
  snoozed: z
    .enum(['include', 'exclude', 'only'])
    .default('include')
    .meta({ description: 'What is put off until later' }),
  sort: z.enum(['due', '-finishedAt']).default('due').meta({
    description: '`due`: what is due first, first, what has no day last. `-finishedAt`: only what is finished',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type FindTasksInput = z.output<typeof findTasksSchema>;

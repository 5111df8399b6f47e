import { z } from 'zod';
import { TASK_STATES } from '@/features/tasks/model/task-transitions';
import { TASK_PRIORITIES, TASK_SOURCES, TASK_SUBJECTS } from '@/features/tasks/model/vocabulary';
import { daySchema, timeZoneSchema } from '@/shared/fields';

export const taskStateSchema = z.enum(TASK_STATES);

const personSchema = z.object({ id: z.string(), name: z.string() });

export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time of day like 17:30' })
  .meta({ description: 'HH:MM' });

export const dueSchema = z.strictObject({
  on: daySchema,
  time: timeOfDaySchema.nullable().default(null),
  zone: timeZoneSchema.meta({ description: 'IANA: where the day was set' }),
});

export const recurrenceSchema = z
  .discriminatedUnion('every', [
    z.strictObject({ every: z.literal('day') }),
    z.strictObject({ every: z.literal('weekday') }),
    z.strictObject({
      every: z.literal('week'),
      days: z
        .array(z.int().min(1).max(7))
        .min(1)
        .max(7)
        .transform((days) => [...new Set(days)].sort((a, b) => a - b))
        .meta({ description: '1 = Monday … 7 = Sunday' }),
    }),
    z.strictObject({
      every: z.literal('month'),
      day: z.int().min(1).max(31).meta({ description: 'A shorter month has it on its last day' }),
    }),
  ])
  .meta({ description: 'When one is done, the next is made, due on the next such day that has not passed' });

export const taskSchema = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string(),
  state: taskStateSchema,
  priority: z.enum(TASK_PRIORITIES),
  assignee: personSchema.nullable(),
  author: personSchema.nullable().meta({ description: 'Who made it; null for keys and what made itself' }),
  due: z
    .object({ on: z.string(), time: z.string().nullable(), zone: z.string() })
    .nullable()
    .meta({ description: 'A day and, if one was set, a time of it where the person was' }),
  dueAt: z.string().nullable().meta({ description: 'From then on it is overdue: the time, or the end of the day' }),
  snoozedUntil: z.string().nullable(),
  recurrence: recurrenceSchema.nullable(),
  subject: z
    .object({
      type: z.enum(TASK_SUBJECTS),
      id: z.string(),
      title: z.string().nullable().meta({ description: 'Null for who may not see it' }),
    })
    .nullable()
    .meta({ description: 'What it is about' }),
  creator: z.object({ id: z.string(), displayName: z.string() }).nullable(),
  source: z.enum(TASK_SOURCES).meta({ description: 'Where it came from' }),
  createdAt: z.string(),
  updatedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable().meta({ description: 'When it became done or cancelled' }),
  version: z.number(),
});
export type TaskDto = z.output<typeof taskSchema>;

export const taskPageSchema = z.object({ data: z.array(taskSchema), nextCursor: z.string().nullable() });
export type TaskPage = z.output<typeof taskPageSchema>;

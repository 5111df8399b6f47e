import { z } from 'zod';
import { TIMELINE_KINDS } from '@/features/timeline/model/timeline-kinds';
import { idSchema } from '@/shared/ids';

const actorSchema = z.object({
  type: z.enum(['user', 'key', 'worker', 'system']),
  name: z.string().nullable().meta({ description: 'Of the member or the key' }),
});

export const eventSchema = z.object({
  id: z.string(),
  type: z.string().meta({ description: 'Noun and what happened: `creator.stage_set`' }),
  subject: z.object({ type: z.string(), id: z.string() }),
  creator: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'Whom it was about; null when it was about nobody whom the reader may see' }),
  actor: actorSchema,
  at: z.string(),
  requestId: z.string(),
  payload: z.record(z.string(), z.unknown()).nullable().meta({ description: 'Null once it was erased' }),
});
export type EventDto = z.output<typeof eventSchema>;

export const timelineEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(TIMELINE_KINDS),
  at: z.string(),
  actor: actorSchema,
  event: z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()).nullable() }).nullable(),
  message: z
    .object({
      id: z.string(),
      direction: z.enum(['outgoing', 'incoming']),
      state: z.string(),
      subject: z.string(),
      excerpt: z.string(),
      failure: z.string().nullable(),
    })
    .nullable(),
});
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

export const timelinePageSchema = z.object({ data: z.array(timelineEntrySchema), nextCursor: z.string().nullable() });
export type TimelinePage = z.output<typeof timelinePageSchema>;

const kindSchema = z.enum(TIMELINE_KINDS);
const page = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(500).optional() };

export const timelineQuerySchema = z.strictObject({
  kind: z
    .union([kindSchema.transform((kind) => [kind]), z.array(kindSchema)])
    .optional()
    .meta({ description: 'Repeat it for several' }),
  ...page,
});
export const findTimelineSchema = z.strictObject({
  creatorId: idSchema('creator'),
  kinds: z.array(kindSchema).optional(),
  ...page,
});

export const findEventsSchema = z.strictObject({
  type: z.string().max(100).optional().meta({ description: 'A type such as `note.created`, or a noun such as `note`' }),
  actor: idSchema('membership').optional(),
  creator: idSchema('creator').optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  ...page,
});
export type FindEventsInput = z.output<typeof findEventsSchema>;
export const eventPageSchema = z.object({ data: z.array(eventSchema), nextCursor: z.string().nullable() });
export type EventPage = z.output<typeof eventPageSchema>;

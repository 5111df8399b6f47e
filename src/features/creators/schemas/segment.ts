import { z } from 'zod';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';
import { versionSchema } from '@/features/creators/schemas/update-creator';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const segmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  filter: creatorFilterSchema,
  shared: z.boolean().meta({ description: 'Seen by everyone in the workspace; else by its owner alone' }),
  version: z.number(),
  createdAt: z.string(),
});
export type Segment = z.output<typeof segmentSchema>;

export const segmentListSchema = z.object({ data: z.array(segmentSchema), nextCursor: z.null() });

export const createSegmentSchema = z.strictObject({
  name: text(100),
  filter: creatorFilterSchema,
  shared: z.boolean().default(true).meta({ description: 'A key owns none, so what it makes is shared' }),
});
export type CreateSegmentInput = z.output<typeof createSegmentSchema>;

export const updateSegmentBodySchema = z.strictObject({
  name: text(100).optional(),
  filter: creatorFilterSchema.optional(),
  shared: z.boolean().optional(),
  version: versionSchema,
});
export const updateSegmentSchema = updateSegmentBodySchema.extend({ id: idSchema('segment') });
export type UpdateSegmentInput = z.output<typeof updateSegmentSchema>;

export const chooseSegmentSchema = z.strictObject({ id: idSchema('segment') });

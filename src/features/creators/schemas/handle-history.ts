import { z } from 'zod';
import { handleDtoSchema } from '@/features/creators/schemas/creator-record';

export const handleHistorySchema = handleDtoSchema.extend({
  archivedAt: z.string().nullable(),
  names: z
    .array(z.object({ name: z.string(), replacedAt: z.string(), source: z.string() }))
    .meta({ description: 'Names it had before, newest first' }),
  history: z
    .array(z.object({ metric: z.string(), value: z.number(), asOf: z.string(), source: z.string() }))
    .meta({ description: 'Numbers ever reported, newest first, at most a thousand' }),
});

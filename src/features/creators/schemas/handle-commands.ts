import { z } from 'zod';
import { handleSchema, handleShape, metricNameSchema, readHandle } from '@/features/creators/schemas/handle';
import { instantSchema, text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const allowDuplicateSchema = z
  .boolean()
  .optional()
  .meta({ description: 'Do it though another creator has the same' });

export const addHandleBodySchema = z
  .strictObject({ ...handleShape, allowDuplicate: allowDuplicateSchema })
  .transform(({ allowDuplicate, ...handle }, issues) => ({ allowDuplicate, handle: readHandle(handle, issues) }));

export const addHandleSchema = z.strictObject({
  creatorId: idSchema('creator'),
  handle: handleSchema,
  allowDuplicate: allowDuplicateSchema,
});
export type AddHandleInput = z.output<typeof addHandleSchema>;

export const updateHandleBodySchema = z.strictObject({
  name: text(2048).optional().meta({ description: 'The new name or address; the platform stays' }),
  platformAccountId: text(255).nullish(),
  isPrimary: z.literal(true).optional(),
  allowDuplicate: allowDuplicateSchema,
});
export const updateHandleSchema = updateHandleBodySchema.extend({ id: idSchema('handle') });
export type UpdateHandleInput = z.output<typeof updateHandleSchema>;

const source = text(255).meta({ description: 'Who reported it' });
const share = z.number().min(0).max(1);
const shares = z
  .record(text(64), share)
  .refine((record) => Object.values(record).reduce((sum, value) => sum + value, 0) <= 1.001, {
    message: 'must be shares of one that sum to at most one',
  })
  .nullish();

export const recordMetricsBodySchema = z.strictObject({
  asOf: instantSchema,
  source,
  metrics: z
    .partialRecord(metricNameSchema, z.number().min(0).max(Number.MAX_SAFE_INTEGER))
    .refine((metrics) => Object.keys(metrics).length > 0, { message: 'must hold a number' })
    .refine(({ followers = 0 }) => Number.isInteger(followers), { message: 'followers must be a whole number' }),
});
export const recordHandleMetricsSchema = recordMetricsBodySchema.extend({ handleId: idSchema('handle') });
export type RecordHandleMetricsInput = z.output<typeof recordHandleMetricsSchema>;

export const recordAudienceBodySchema = z.strictObject({
  asOf: instantSchema,
  source,
  countries: shares,
  ages: shares,
  genders: shares,
  languages: shares,
  authenticity: share.nullish().meta({ description: 'Share of followers judged real' }),
});
export const recordAudienceSchema = recordAudienceBodySchema.extend({ handleId: idSchema('handle') });
export type RecordAudienceInput = z.output<typeof recordAudienceSchema>;

import { z } from 'zod';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

const words = z.array(text(255)).max(100).optional();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time like 09:00' });

export const updatePreferencesBodySchema = z.strictObject({
  formats: words,
  topics: words,
  brandsToAvoid: words,
  products: words,
  tone: text(1000).nullish(),
  workingHours: z
    .strictObject({
      days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).max(7),
      from: time,
      to: time,
    })
    .nullish()
    .meta({ description: "In the creator's time zone" }),
});
export const updatePreferencesSchema = updatePreferencesBodySchema.extend({ creatorId: idSchema('creator') });
export type UpdatePreferencesInput = z.output<typeof updatePreferencesSchema>;

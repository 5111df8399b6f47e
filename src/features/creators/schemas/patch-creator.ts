import { z } from 'zod';
import { stageSchema } from '@/features/creators/schemas/create-creator';
import { tagNameSchema } from '@/features/creators/schemas/tag';
import { updateCreatorBodySchema } from '@/features/creators/schemas/update-creator';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

/** What can be changed of a creator in one request; what is absent stays. */
export const patchCreatorBodySchema = updateCreatorBodySchema.extend({
  stage: stageSchema.optional(),
  ownerId: idSchema('membership').nullable().optional(),
  isMinor: z.boolean().optional(),
  guardianId: idSchema('contact').nullable().optional(),
  doNotContact: z.boolean().optional(),
  doNotContactReason: text(1000).nullable().optional(),
  tags: z.array(tagNameSchema).max(100).optional().meta({ description: 'Replaces the tags' }),
});
export type PatchCreatorInput = z.output<typeof patchCreatorBodySchema> & { id: string };

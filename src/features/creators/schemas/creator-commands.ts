import { z } from 'zod';
import { stageSchema } from '@/features/creators/schemas/create-creator';
import { tagNameSchema } from '@/features/creators/schemas/tag';
import { versionSchema } from '@/features/creators/schemas/update-creator';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

/** Inputs of the commands that change one thing of a creator. */
const creator = { id: idSchema('creator'), version: versionSchema };

export const chooseCreatorSchema = z.strictObject(creator);
export const setStageSchema = z.strictObject({ ...creator, stage: stageSchema });
export const assignOwnerSchema = z.strictObject({ ...creator, ownerId: idSchema('membership').nullable() });
export const setDoNotContactSchema = z.strictObject({
  ...creator,
  doNotContact: z.boolean(),
  reason: text(1000).nullish(),
});
export const setMinorSchema = z.strictObject({
  ...creator,
  isMinor: z.boolean(),
  guardianId: idSchema('contact').nullish(),
});
export const tagCreatorSchema = z.strictObject({
  id: idSchema('creator'),
  add: z.array(tagNameSchema).max(100).optional(),
  remove: z.array(tagNameSchema).max(100).optional(),
});

import { z } from 'zod';
import { creatorFieldsSchema } from '@/features/creators/schemas/create-creator';
import { idSchema } from '@/shared/ids';

export const versionSchema = z
  .number()
  .int()
  .optional()
  .meta({ description: 'The version you read; a change that came in between refuses yours' });

export const updateCreatorBodySchema = creatorFieldsSchema.partial().extend({ version: versionSchema });

export const updateCreatorSchema = updateCreatorBodySchema.extend({ id: idSchema('creator') });
export type UpdateCreatorInput = z.output<typeof updateCreatorSchema>;

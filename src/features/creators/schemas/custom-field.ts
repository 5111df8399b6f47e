import { z } from 'zod';
import { versionSchema } from '@/features/creators/schemas/update-creator';
import { CUSTOM_FIELD_TYPES } from '@/features/creators/model/vocabulary';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

const type = z.enum(CUSTOM_FIELD_TYPES);
const options = z
  .array(text(255))
  .max(500)
  .refine((list) => new Set(list).size === list.length, { message: 'must differ from each other' })
  .optional()
  .meta({ description: 'What a select or multi_select offers' });

export const createCustomFieldSchema = z
  .strictObject({ label: text(100), type, options })
  .refine((field) => !field.type.endsWith('select') || (field.options ?? []).length > 0, {
    path: ['options'],
    message: 'must offer something to select',
  });
export type CreateCustomFieldInput = z.output<typeof createCustomFieldSchema>;

export const updateCustomFieldBodySchema = z.strictObject({
  version: versionSchema,
  label: text(100).optional(),
  options,
});
export const updateCustomFieldSchema = updateCustomFieldBodySchema.extend({ id: idSchema('customField') });
export type UpdateCustomFieldInput = z.output<typeof updateCustomFieldSchema>;

export const customFieldDtoSchema = z
  .object({ id: z.string(), version: z.number(), label: z.string(), type, options: z.array(z.string()) })
  .meta({ id: 'CustomField' });
export type CustomFieldDto = z.output<typeof customFieldDtoSchema>;

import { z } from 'zod';
import { nothingSchema, pageQuerySchema } from '@/features/creators/api/page-query';
import { archiveCustomField } from '@/features/creators/commands/archive-custom-field';
import { createCustomField } from '@/features/creators/commands/create-custom-field';
import { updateCustomField } from '@/features/creators/commands/update-custom-field';
import { findCustomFields, getCustomField } from '@/features/creators/queries/find-custom-fields';
import { findTags } from '@/features/creators/queries/find-tags';
import {
  createCustomFieldSchema,
  customFieldDtoSchema,
  updateCustomFieldBodySchema,
} from '@/features/creators/schemas/custom-field';
import { tagDtoSchema } from '@/features/creators/schemas/tag';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('customField') });

export const findTagsRoute = defineRoute({
  name: 'find-tags',
  method: 'GET',
  path: '/tags',
  permission: 'creator.read',
  summary: 'Tags of creators, newest first; a tag is made by using it',
  query: pageQuerySchema,
  answer: z.object({ data: z.array(tagDtoSchema), nextCursor: z.string().nullable() }),
  run: (tx, { query }) => findTags(tx, query),
});

export const findCustomFieldsRoute = defineRoute({
  name: 'find-custom-fields',
  method: 'GET',
  path: '/custom-fields',
  permission: 'creator.read',
  summary: 'Fields that the workspace added to its creators',
  answer: z.object({ data: z.array(customFieldDtoSchema), nextCursor: z.null() }),
  run: async (tx) => ({ data: await findCustomFields(tx), nextCursor: null }),
});

export const createCustomFieldRoute = defineRoute({
  name: 'create-custom-field',
  method: 'POST',
  path: '/custom-fields',
  permission: 'custom_field.update',
  summary: 'Add a field to creators',
  body: createCustomFieldSchema,
  answer: customFieldDtoSchema,
  status: 201,
  run: async (tx, { body }) => getCustomField(tx, await createCustomField(tx, body)),
});

export const updateCustomFieldRoute = defineRoute({
  name: 'update-custom-field',
  method: 'PATCH',
  path: '/custom-fields/{id}',
  permission: 'custom_field.update',
  summary: 'Rename a custom field or change what it offers; its type stays',
  params,
  body: updateCustomFieldBodySchema,
  answer: customFieldDtoSchema,
  run: async (tx, { params: { id }, body }) => {
    await updateCustomField(tx, { ...body, id });
    return getCustomField(tx, id);
  },
});

export const archiveCustomFieldRoute = defineRoute({
  name: 'archive-custom-field',
  method: 'DELETE',
  path: '/custom-fields/{id}',
  permission: 'custom_field.update',
  summary: 'Take a custom field away; its values are kept',
  params,
  answer: nothingSchema,
  status: 204,
  run: (tx, { params: { id } }) => archiveCustomField(tx, { id }),
});

export const vocabularyRoutes = [
  findTagsRoute,
  findCustomFieldsRoute,
  createCustomFieldRoute,
  updateCustomFieldRoute,
  archiveCustomFieldRoute,
];

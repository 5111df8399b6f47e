import { z } from 'zod';
import { nothingSchema, pageQuerySchema } from '@/features/creators/api/page-query';
import { archiveAgency } from '@/features/creators/commands/archive-agency';
import { createAgency } from '@/features/creators/commands/create-agency';
import { updateAgency } from '@/features/creators/commands/update-agency';
import { findAgencies, getAgency } from '@/features/creators/queries/find-agencies';
import { agencyDtoSchema, createAgencySchema, updateAgencyBodySchema } from '@/features/creators/schemas/contact';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('agency') });

export const findAgenciesRoute = defineRoute({
  name: 'find-agencies',
  method: 'GET',
  path: '/agencies',
  permission: 'contact.read',
  summary: 'Agencies with their contacts, newest first',
  query: pageQuerySchema,
  answer: z.object({ data: z.array(agencyDtoSchema), nextCursor: z.string().nullable() }),
  run: (tx, { query }) => findAgencies(tx, query),
});

export const createAgencyRoute = defineRoute({
  name: 'create-agency',
  method: 'POST',
  path: '/agencies',
  permission: 'contact.update',
  summary: 'Add an agency',
  body: createAgencySchema,
  answer: agencyDtoSchema,
  status: 201,
  run: async (tx, { body }) => getAgency(tx, await createAgency(tx, body)),
});

export const getAgencyRoute = defineRoute({
  name: 'get-agency',
  method: 'GET',
  path: '/agencies/{id}',
  permission: 'contact.read',
  summary: 'One agency with its contacts',
  params,
  answer: agencyDtoSchema,
  run: (tx, { params: { id } }) => getAgency(tx, id),
});

export const updateAgencyRoute = defineRoute({
  name: 'update-agency',
  method: 'PATCH',
  path: '/agencies/{id}',
  permission: 'contact.update',
  summary: 'Change an agency; what is absent stays, null empties',
  params,
  body: updateAgencyBodySchema,
  answer: agencyDtoSchema,
  run: async (tx, { params: { id }, body }) => {
    await updateAgency(tx, { ...body, id });
    return getAgency(tx, id);
  },
});

export const archiveAgencyRoute = defineRoute({
  name: 'archive-agency',
  method: 'DELETE',
  path: '/agencies/{id}',
  permission: 'contact.update',
  summary: 'Put an agency away; its contacts stay',
  params,
  answer: nothingSchema,
  status: 204,
  run: (tx, { params: { id } }) => archiveAgency(tx, { id }),
});

export const agencyRoutes = [
  findAgenciesRoute,
  createAgencyRoute,
  getAgencyRoute,
  updateAgencyRoute,
  archiveAgencyRoute,
];

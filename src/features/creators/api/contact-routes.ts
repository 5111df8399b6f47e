import { z } from 'zod';
import { creatorParams } from '@/features/creators/api/creator-routes';
import { nothingSchema, pageQuerySchema } from '@/features/creators/api/page-query';
import { archiveContact } from '@/features/creators/commands/archive-contact';
import { createContact } from '@/features/creators/commands/create-contact';
import { linkContact } from '@/features/creators/commands/link-contact';
import { unlinkContact } from '@/features/creators/commands/unlink-contact';
import { updateContact } from '@/features/creators/commands/update-contact';
import { findContacts, getContact } from '@/features/creators/queries/find-contacts';
import {
  contactDtoSchema,
  createContactSchema,
  linkContactBodySchema,
  updateContactBodySchema,
} from '@/features/creators/schemas/contact';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('contact') });
const linkParams = creatorParams.extend({ contactId: pathIdSchema('contact') });

export const findContactsRoute = defineRoute({
  name: 'find-contacts',
  method: 'GET',
  path: '/contacts',
  permission: 'contact.read',
  summary: 'People to talk to, newest first',
  query: pageQuerySchema.extend({
    q: z.string().trim().max(255).optional().meta({ description: 'A part of name, address or agency' }),
  }),
  answer: z.object({ data: z.array(contactDtoSchema), nextCursor: z.string().nullable() }),
  run: (tx, { query }) => findContacts(tx, query),
});

export const createContactRoute = defineRoute({
  name: 'create-contact',
  method: 'POST',
  path: '/contacts',
  permission: 'contact.update',
  summary: 'Add a person to talk to',
  body: createContactSchema,
  answer: contactDtoSchema,
  status: 201,
  run: async (tx, { body }) => getContact(tx, await createContact(tx, body)),
});

export const getContactRoute = defineRoute({
  name: 'get-contact',
  method: 'GET',
  path: '/contacts/{id}',
  permission: 'contact.read',
  summary: 'One contact with the creators they speak for',
  params,
  answer: contactDtoSchema,
  run: (tx, { params: { id } }) => getContact(tx, id),
});

export const updateContactRoute = defineRoute({
  name: 'update-contact',
  method: 'PATCH',
  path: '/contacts/{id}',
  permission: 'contact.update',
  summary: 'Change a contact; what is absent stays, null empties',
  params,
  body: updateContactBodySchema,
  answer: contactDtoSchema,
  run: async (tx, { params: { id }, body }) => {
    await updateContact(tx, { ...body, id });
    return getContact(tx, id);
  },
});

export const archiveContactRoute = defineRoute({
  name: 'archive-contact',
  method: 'DELETE',
  path: '/contacts/{id}',
  permission: 'contact.update',
  summary: 'Put a contact away; it is kept',
  params,
  answer: nothingSchema,
  status: 204,
  run: (tx, { params: { id } }) => archiveContact(tx, { id }),
});

export const linkContactRoute = defineRoute({
  name: 'link-contact',
  method: 'PUT',
  path: '/creators/{id}/contacts/{contactId}',
  permission: 'contact.update',
  summary: 'Say how a contact speaks for a creator',
  params: linkParams,
  body: linkContactBodySchema,
  answer: contactDtoSchema,
  run: async (tx, { params: { id, contactId }, body }) => {
    await linkContact(tx, { ...body, creatorId: id, contactId });
    return getContact(tx, contactId);
  },
});

export const unlinkContactRoute = defineRoute({
  name: 'unlink-contact',
  method: 'DELETE',
  path: '/creators/{id}/contacts/{contactId}',
  permission: 'contact.update',
  summary: 'End that a contact speaks for a creator',
  params: linkParams,
  answer: nothingSchema,
  status: 204,
  run: (tx, { params: { id, contactId } }) => unlinkContact(tx, { creatorId: id, contactId }),
});

export const contactRoutes = [
  findContactsRoute,
  createContactRoute,
  getContactRoute,
  updateContactRoute,
  archiveContactRoute,
  linkContactRoute,
  unlinkContactRoute,
];

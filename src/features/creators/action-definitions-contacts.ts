import { z } from 'zod';
import { archiveAgency } from '@/features/creators/commands/archive-agency';
import { archiveContact } from '@/features/creators/commands/archive-contact';
import { archiveCustomField } from '@/features/creators/commands/archive-custom-field';
import { createAgency } from '@/features/creators/commands/create-agency';
import { createContact } from '@/features/creators/commands/create-contact';
import { createCustomField } from '@/features/creators/commands/create-custom-field';
import { linkContact } from '@/features/creators/commands/link-contact';
import { restoreAgency } from '@/features/creators/commands/restore-agency';
import { restoreContact } from '@/features/creators/commands/restore-contact';
import { restoreCustomField } from '@/features/creators/commands/restore-custom-field';
import { unlinkContact } from '@/features/creators/commands/unlink-contact';
import { updateAgency } from '@/features/creators/commands/update-agency';
import { updateContact } from '@/features/creators/commands/update-contact';
import { updateCustomField } from '@/features/creators/commands/update-custom-field';
import { findAgencies, getAgency } from '@/features/creators/queries/find-agencies';
import { findContacts, getContact } from '@/features/creators/queries/find-contacts';
import {
  createAgencySchema,
  createContactSchema,
  linkContactSchema,
  unlinkContactSchema,
  updateAgencySchema,
  updateContactSchema,
} from '@/features/creators/schemas/contact';
import { createCustomFieldSchema, updateCustomFieldSchema } from '@/features/creators/schemas/custom-field';
import { defineAction } from '@/platform/http/define-action';
import { encodeId, idSchema } from '@/shared/ids';

const permission = 'contact.update';
const done = () => ({});
const page = { limit: z.number().int().min(1).max(200), cursor: z.string().max(2000).optional() };

export const createContactAction = defineAction({
  name: 'create-contact',
  permission,
  input: createContactSchema,
  run: async (tx, input) => ({ id: encodeId('contact', await createContact(tx, input)) }),
});

export const updateContactAction = defineAction({
  name: 'update-contact',
  permission,
  input: updateContactSchema,
  run: async (tx, input) => ({ version: await updateContact(tx, input) }),
});

export const archiveContactAction = defineAction({
  name: 'archive-contact',
  permission,
  input: z.strictObject({ id: idSchema('contact') }),
  run: (tx, input) => archiveContact(tx, input).then(done),
});

export const restoreContactAction = defineAction({
  name: 'restore-contact',
  permission,
  input: z.strictObject({ id: idSchema('contact') }),
  run: (tx, input) => restoreContact(tx, input).then(done),
});

export const linkContactAction = defineAction({
  name: 'link-contact',
  permission,
  input: linkContactSchema,
  run: (tx, input) => linkContact(tx, input).then(done),
});

export const unlinkContactAction = defineAction({
  name: 'unlink-contact',
  permission,
  input: unlinkContactSchema,
  run: (tx, input) => unlinkContact(tx, input).then(done),
});

export const findContactsAction = defineAction({
  name: 'find-contacts',
  permission: 'contact.read',
  input: z.strictObject({ ...page, q: z.string().trim().max(255).optional() }),
  run: (tx, input) => findContacts(tx, input),
});

export const getContactAction = defineAction({
  name: 'get-contact',
  permission: 'contact.read',
  input: z.strictObject({ id: idSchema('contact') }),
  run: (tx, { id }) => getContact(tx, id),
});

export const createAgencyAction = defineAction({
  name: 'create-agency',
  permission,
  input: createAgencySchema,
  run: async (tx, input) => ({ id: encodeId('agency', await createAgency(tx, input)) }),
});

export const updateAgencyAction = defineAction({
  name: 'update-agency',
  permission,
  input: updateAgencySchema,
  run: async (tx, input) => ({ version: await updateAgency(tx, input) }),
});

export const archiveAgencyAction = defineAction({
  name: 'archive-agency',
  permission,
  input: z.strictObject({ id: idSchema('agency') }),
  run: (tx, input) => archiveAgency(tx, input).then(done),
});

export const restoreAgencyAction = defineAction({
  name: 'restore-agency',
  permission,
  input: z.strictObject({ id: idSchema('agency') }),
  run: (tx, input) => restoreAgency(tx, input).then(done),
});

export const getAgencyAction = defineAction({
  name: 'get-agency',
  permission: 'contact.read',
  input: z.strictObject({ id: idSchema('agency') }),
  run: (tx, { id }) => getAgency(tx, id),
});

export const findAgenciesAction = defineAction({
  name: 'find-agencies',
  permission: 'contact.read',
  input: z.strictObject(page),
  run: (tx, input) => findAgencies(tx, input),
});

export const createCustomFieldAction = defineAction({
  name: 'create-custom-field',
  permission: 'custom_field.update',
  input: createCustomFieldSchema,
  run: async (tx, input) => ({ id: encodeId('customField', await createCustomField(tx, input)) }),
});

export const updateCustomFieldAction = defineAction({
  name: 'update-custom-field',
  permission: 'custom_field.update',
  input: updateCustomFieldSchema,
  run: async (tx, input) => ({ version: await updateCustomField(tx, input) }),
});

export const archiveCustomFieldAction = defineAction({
  name: 'archive-custom-field',
  permission: 'custom_field.update',
  input: z.strictObject({ id: idSchema('customField') }),
  run: (tx, input) => archiveCustomField(tx, input).then(done),
});

export const restoreCustomFieldAction = defineAction({
  name: 'restore-custom-field',
  permission: 'custom_field.update',
  input: z.strictObject({ id: idSchema('customField') }),
  run: (tx, input) => restoreCustomField(tx, input).then(done),
});

export const contactActions = [
  createContactAction,
  updateContactAction,
  archiveContactAction,
  restoreContactAction,
  linkContactAction,
  unlinkContactAction,
  findContactsAction,
  getContactAction,
  createAgencyAction,
  updateAgencyAction,
  archiveAgencyAction,
  restoreAgencyAction,
  getAgencyAction,
  findAgenciesAction,
  createCustomFieldAction,
  updateCustomFieldAction,
  archiveCustomFieldAction,
  restoreCustomFieldAction,
];

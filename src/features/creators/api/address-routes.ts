import { z } from 'zod';
import { creatorParams } from '@/features/creators/api/creator-routes';
import { nothingSchema } from '@/features/creators/api/page-query';
import { addEmail } from '@/features/creators/commands/add-email';
import { addPhone } from '@/features/creators/commands/add-phone';
import { removeAddress } from '@/features/creators/commands/remove-address';
import { getCreator } from '@/features/creators/queries/get-creator';
import { requireChild } from '@/features/creators/queries/require-child';
import { emailSchema, phoneSchema } from '@/features/creators/schemas/address';
import { allowDuplicateSchema } from '@/features/creators/schemas/handle-commands';
import { creatorRecordSchema } from '@/features/creators/schemas/creator-record';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

export const addEmailRoute = defineRoute({
  name: 'add-email',
  method: 'POST',
  path: '/creators/{id}/emails',
  permission: 'creator.update',
  summary: 'Add an address; one that is another creator’s refuses it or becomes a shared contact’s',
  params: creatorParams,
  body: z.strictObject({ email: emailSchema, allowDuplicate: allowDuplicateSchema }),
  answer: creatorRecordSchema,
  status: 201,
  run: async (tx, { params: { id }, body }) => {
    await addEmail(tx, { ...body, creatorId: id });
    return getCreator(tx, id);
  },
});

export const removeEmailRoute = defineRoute({
  name: 'remove-email',
  method: 'DELETE',
  path: '/creators/{id}/emails/{emailId}',
  permission: 'creator.update',
  summary: 'Take an address away',
  params: creatorParams.extend({ emailId: pathIdSchema('emailAddress') }),
  answer: nothingSchema,
  status: 204,
  run: async (tx, { params: { id: creatorId, emailId } }) => {
    await requireChild(tx, 'email', { creatorId, id: emailId });
    await removeAddress(tx, { kind: 'email', id: emailId });
  },
});

export const addPhoneRoute = defineRoute({
  name: 'add-phone',
  method: 'POST',
  path: '/creators/{id}/phones',
  permission: 'creator.update',
  summary: 'Add a telephone number',
  params: creatorParams,
  body: z.strictObject({ phone: phoneSchema }),
  answer: creatorRecordSchema,
  status: 201,
  run: async (tx, { params: { id }, body }) => {
    await addPhone(tx, { ...body, creatorId: id });
    return getCreator(tx, id);
  },
});

export const removePhoneRoute = defineRoute({
  name: 'remove-phone',
  method: 'DELETE',
  path: '/creators/{id}/phones/{phoneId}',
  permission: 'creator.update',
  summary: 'Take a telephone number away',
  params: creatorParams.extend({ phoneId: pathIdSchema('phoneNumber') }),
  answer: nothingSchema,
  status: 204,
  run: async (tx, { params: { id: creatorId, phoneId } }) => {
    await requireChild(tx, 'phone', { creatorId, id: phoneId });
    await removeAddress(tx, { kind: 'phone', id: phoneId });
  },
});

export const addressRoutes = [addEmailRoute, removeEmailRoute, addPhoneRoute, removePhoneRoute];

import { z } from 'zod';
import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { createCreator } from '@/features/creators/commands/create-creator';
import { patchCreator } from '@/features/creators/commands/patch-creator';
import { restoreCreators } from '@/features/creators/commands/restore-creators';
import { updatePreferences } from '@/features/creators/commands/update-preferences';
import { getCreator } from '@/features/creators/queries/get-creator';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import { creatorRecordSchema } from '@/features/creators/schemas/creator-record';
import { patchCreatorBodySchema } from '@/features/creators/schemas/patch-creator';
import { updatePreferencesBodySchema } from '@/features/creators/schemas/preferences';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

export const creatorParams = z.object({ id: pathIdSchema('creator') });

export const createCreatorRoute = defineRoute({
  name: 'create-creator',
  method: 'POST',
  path: '/creators',
  permission: 'creator.create',
  summary: 'Add a creator; one with the same handle, mail or name refuses it with the candidates',
  body: createCreatorSchema,
  answer: creatorRecordSchema,
  status: 201,
  run: async (tx, { body }) => getCreator(tx, await createCreator(tx, body)),
});

export const getCreatorRoute = defineRoute({
  name: 'get-creator',
  method: 'GET',
  path: '/creators/{id}',
  permission: 'creator.read',
  summary: 'Everything of one creator but the timeline; a merged creator answers the one that stayed',
  params: creatorParams,
  answer: creatorRecordSchema,
  run: (tx, { params }) => getCreator(tx, params.id),
});

export const updateCreatorRoute = defineRoute({
  name: 'update-creator',
  method: 'PATCH',
  path: '/creators/{id}',
  permission: 'creator.update',
  summary: 'Change fields of a creator; what is absent stays, null empties',
  params: creatorParams,
  body: patchCreatorBodySchema,
  answer: creatorRecordSchema,
  run: async (tx, { params, body }) => {
    await patchCreator(tx, { ...body, id: params.id });
    return getCreator(tx, params.id);
  },
});

export const archiveCreatorRoute = defineRoute({
  name: 'archive-creator',
  method: 'DELETE',
  path: '/creators/{id}',
  permission: 'creator.archive',
  summary: 'Archive a creator; nothing is lost, and it can be restored',
  params: creatorParams,
  answer: creatorRecordSchema,
  run: async (tx, { params }) => {
    await archiveCreators(tx, { creatorIds: [params.id] });
    return getCreator(tx, params.id);
  },
});

export const restoreCreatorRoute = defineRoute({
  name: 'restore-creator',
  method: 'POST',
  path: '/creators/{id}/restore',
  permission: 'creator.archive',
  summary: 'Bring an archived creator back',
  params: creatorParams,
  answer: creatorRecordSchema,
  run: async (tx, { params }) => {
    await restoreCreators(tx, { creatorIds: [params.id] });
    return getCreator(tx, params.id);
  },
});

export const updatePreferencesRoute = defineRoute({
  name: 'update-preferences',
  method: 'PATCH',
  path: '/creators/{id}/preferences',
  permission: 'creator.update',
  summary: 'Change how a creator likes to work; what is absent stays',
  params: creatorParams,
  body: updatePreferencesBodySchema,
  answer: creatorRecordSchema,
  run: async (tx, { params, body }) => {
    await updatePreferences(tx, { ...body, creatorId: params.id });
    return getCreator(tx, params.id);
  },
});

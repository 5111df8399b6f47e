import { z } from 'zod';
import { createCreator } from '@/features/creators/commands/create-creator';
import { getCreator } from '@/features/creators/queries/get-creator';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import { creatorRecordSchema } from '@/features/creators/schemas/creator-record';
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

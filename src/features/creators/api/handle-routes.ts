import { z } from 'zod';
import { creatorParams } from '@/features/creators/api/creator-routes';
import { nothingSchema } from '@/features/creators/api/page-query';
import { addHandle } from '@/features/creators/commands/add-handle';
import { recordAudienceSnapshot } from '@/features/creators/commands/record-audience-snapshot';
import { recordHandleMetrics } from '@/features/creators/commands/record-handle-metrics';
import { removeHandle } from '@/features/creators/commands/remove-handle';
import { updateHandle } from '@/features/creators/commands/update-handle';
import { findHandles, getHandle } from '@/features/creators/queries/find-handles';
import { requireChild } from '@/features/creators/queries/require-child';
import { handleHistorySchema } from '@/features/creators/schemas/handle-history';
import {
  addHandleBodySchema,
  recordAudienceBodySchema,
  recordMetricsBodySchema,
  updateHandleBodySchema,
} from '@/features/creators/schemas/handle-commands';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('creator'), handleId: pathIdSchema('handle') });

export const findHandlesRoute = defineRoute({
  name: 'find-handles',
  method: 'GET',
  path: '/creators/{id}/handles',
  permission: 'creator.read',
  summary: 'Accounts of a creator with the names they had and every number reported for them',
  params: creatorParams,
  answer: z.object({ data: z.array(handleHistorySchema), nextCursor: z.null() }),
  run: async (tx, { params: { id } }) => ({ data: await findHandles(tx, id), nextCursor: null }),
});

export const addHandleRoute = defineRoute({
  name: 'add-handle',
  method: 'POST',
  path: '/creators/{id}/handles',
  permission: 'creator.update',
  summary: 'Add an account; one that is another creator’s refuses it with the candidates',
  params: creatorParams,
  body: addHandleBodySchema,
  answer: handleHistorySchema,
  status: 201,
  run: async (tx, { params: { id }, body }) => getHandle(tx, await addHandle(tx, { ...body, creatorId: id })),
});

export const updateHandleRoute = defineRoute({
  name: 'update-handle',
  method: 'PATCH',
  path: '/creators/{id}/handles/{handleId}',
  permission: 'creator.update',
  summary: 'Rename an account (the old name is kept) or make it the primary one',
  params,
  body: updateHandleBodySchema,
  answer: handleHistorySchema,
  run: async (tx, { params: { id: creatorId, handleId }, body }) => {
    await requireChild(tx, 'handle', { creatorId, id: handleId });
    await updateHandle(tx, { ...body, id: handleId });
    return getHandle(tx, handleId);
  },
});

export const removeHandleRoute = defineRoute({
  name: 'remove-handle',
  method: 'DELETE',
  path: '/creators/{id}/handles/{handleId}',
  permission: 'creator.update',
  summary: 'Take an account off a creator; its history is kept',
  params,
  answer: nothingSchema,
  status: 204,
  run: async (tx, { params: { id: creatorId, handleId } }) => {
    await requireChild(tx, 'handle', { creatorId, id: handleId });
    await removeHandle(tx, { id: handleId });
  },
});

export const recordHandleMetricsRoute = defineRoute({
  name: 'record-handle-metrics',
  method: 'POST',
  path: '/creators/{id}/handles/{handleId}/metrics',
  permission: 'creator.update',
  summary: 'Add numbers that a source reported at an instant; rates are fractions of one',
  params,
  body: recordMetricsBodySchema,
  answer: handleHistorySchema,
  run: async (tx, { params: { id: creatorId, handleId }, body }) => {
    await requireChild(tx, 'handle', { creatorId, id: handleId });
    await recordHandleMetrics(tx, { ...body, handleId });
    return getHandle(tx, handleId);
  },
});

export const recordAudienceSnapshotRoute = defineRoute({
  name: 'record-audience-snapshot',
  method: 'POST',
  path: '/creators/{id}/handles/{handleId}/audiences',
  permission: 'creator.update',
  summary: 'Add who follows an account as a source reported it, in shares of one',
  params,
  body: recordAudienceBodySchema,
  answer: handleHistorySchema,
  run: async (tx, { params: { id: creatorId, handleId }, body }) => {
    await requireChild(tx, 'handle', { creatorId, id: handleId });
    await recordAudienceSnapshot(tx, { ...body, handleId });
    return getHandle(tx, handleId);
  },
});

export const handleRoutes = [
  findHandlesRoute,
  addHandleRoute,
  updateHandleRoute,
  removeHandleRoute,
  recordHandleMetricsRoute,
  recordAudienceSnapshotRoute,
];

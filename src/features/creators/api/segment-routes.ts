import { z } from 'zod';
import { archiveSegment } from '@/features/creators/commands/archive-segment';
import { createSegment } from '@/features/creators/commands/create-segment';
import { updateSegment } from '@/features/creators/commands/update-segment';
import { findSegments } from '@/features/creators/queries/find-segments';
import { getSegment } from '@/features/creators/queries/get-segment';
import {
  createSegmentSchema,
  segmentListSchema,
  segmentSchema,
  updateSegmentBodySchema,
} from '@/features/creators/schemas/segment';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('segment') });

export const findSegmentsRoute = defineRoute({
  name: 'find-segments',
  method: 'GET',
  path: '/segments',
  permission: 'segment.read',
  summary: 'The saved filters over creators, by name',
  answer: segmentListSchema,
  run: async (tx) => ({ data: await findSegments(tx), nextCursor: null }),
});

export const createSegmentRoute = defineRoute({
  name: 'create-segment',
  method: 'POST',
  path: '/segments',
  permission: 'segment.update',
  summary: 'Save a filter over creators',
  body: createSegmentSchema,
  answer: segmentSchema,
  status: 201,
  run: (tx, { body }) => createSegment(tx, body),
});

export const getSegmentRoute = defineRoute({
  name: 'get-segment',
  method: 'GET',
  path: '/segments/{id}',
  permission: 'segment.read',
  summary: 'One saved filter',
  params,
  answer: segmentSchema,
  run: (tx, { params: { id } }) => getSegment(tx, id),
});

export const updateSegmentRoute = defineRoute({
  name: 'update-segment',
  method: 'PATCH',
  path: '/segments/{id}',
  permission: 'segment.update',
  summary: 'Change a saved filter',
  params,
  body: updateSegmentBodySchema,
  answer: segmentSchema,
  run: (tx, { params: { id }, body }) => updateSegment(tx, { ...body, id }),
});

export const archiveSegmentRoute = defineRoute({
  name: 'archive-segment',
  method: 'DELETE',
  path: '/segments/{id}',
  permission: 'segment.update',
  summary: 'Archive a saved filter',
  params,
  answer: z.void(),
  status: 204,
  run: (tx, { params: { id } }) => archiveSegment(tx, { id }),
});

export const segmentRoutes: RouteDefinition[] = [
  findSegmentsRoute,
  createSegmentRoute,
  getSegmentRoute,
  updateSegmentRoute,
  archiveSegmentRoute,
];

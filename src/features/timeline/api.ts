import { z } from 'zod';
import { findEvents } from '@/features/timeline/queries/find-events';
import { findTimeline } from '@/features/timeline/queries/find-timeline';
import {
  eventPageSchema,
  findEventsSchema,
  timelinePageSchema,
  timelineQuerySchema,
} from '@/features/timeline/schemas/timeline';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

export const findTimelineRoute = defineRoute({
  name: 'find-timeline',
  method: 'GET',
  path: '/creators/{id}/timeline',
  permission: 'creator.read',
  summary: 'Everything that happened with a creator, newest first',
  params: z.object({ id: pathIdSchema('creator') }),
  query: timelineQuerySchema,
  answer: timelinePageSchema,
  run: (tx, { params, query: { kind, ...page } }) => findTimeline(tx, { creatorId: params.id, kinds: kind, ...page }),
});

export const findEventsRoute = defineRoute({
  name: 'find-events',
  method: 'GET',
  path: '/audit',
  permission: 'audit.read',
  summary: 'The audit log: who did what to what, newest first',
  query: findEventsSchema,
  answer: eventPageSchema,
  run: (tx, { query }) => findEvents(tx, query),
});

export const timelineRoutes: RouteDefinition[] = [findTimelineRoute, findEventsRoute];

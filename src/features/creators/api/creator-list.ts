import { countCreators } from '@/features/creators/queries/count-creators';
import { findCreators } from '@/features/creators/queries/find-creators';
import { creatorCountSchema, creatorPageSchema } from '@/features/creators/schemas/creator-list';
import { countCreatorsQuerySchema, findCreatorsQuerySchema } from '@/features/creators/schemas/find-creators';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';

export const findCreatorsRoute = defineRoute({
  name: 'find-creators',
  method: 'GET',
  path: '/creators',
  permission: 'creator.read',
  summary: 'List creators: filtered, searched, sorted, a page at a time',
  query: findCreatorsQuerySchema,
  answer: creatorPageSchema,
  run: (tx, { query: { segment, sort, ...query } }) => findCreators(tx, { ...query, segmentId: segment, ...sort }),
});

export const countCreatorsRoute = defineRoute({
  name: 'count-creators',
  method: 'GET',
  path: '/creators/count',
  permission: 'creator.read',
  summary: 'Count creators: exact up to 10,000',
  query: countCreatorsQuerySchema,
  answer: creatorCountSchema,
  run: (tx, { query: { segment, ...query } }) => countCreators(tx, { ...query, segmentId: segment }),
});

export const creatorListRoutes: RouteDefinition[] = [findCreatorsRoute, countCreatorsRoute];

import { createCreatorRoute, getCreatorRoute } from '@/features/creators/api/creator-routes';
import type { RouteDefinition } from '@/platform/http/define-route';

/** Routes of the write side and of the record. */
export const creatorRoutes: RouteDefinition[] = [createCreatorRoute, getCreatorRoute];

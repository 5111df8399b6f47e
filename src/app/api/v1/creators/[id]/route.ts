import { archiveCreatorRoute, getCreatorRoute, updateCreatorRoute } from '@/features/creators/api/creator-routes';

export const GET = getCreatorRoute.handler;
export const PATCH = updateCreatorRoute.handler;
export const DELETE = archiveCreatorRoute.handler;

import { removeHandleRoute, updateHandleRoute } from '@/features/creators/api/handle-routes';

export const PATCH = updateHandleRoute.handler;
export const DELETE = removeHandleRoute.handler;

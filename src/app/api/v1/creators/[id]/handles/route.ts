import { addHandleRoute, findHandlesRoute } from '@/features/creators/api/handle-routes';

export const GET = findHandlesRoute.handler;
export const POST = addHandleRoute.handler;

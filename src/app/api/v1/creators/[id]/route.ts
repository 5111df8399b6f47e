import { getCreatorRoute } from '@/features/creators/api/creator-routes';

export const GET = getCreatorRoute.handler;

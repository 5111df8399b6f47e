import { restoreCreatorRoute } from '@/features/creators/api/creator-routes';

export const POST = restoreCreatorRoute.handler;

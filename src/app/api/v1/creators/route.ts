import { findCreatorsRoute } from '@/features/creators/api/creator-list';
import { createCreatorRoute } from '@/features/creators/api/creator-routes';

export const GET = findCreatorsRoute.handler;
export const POST = createCreatorRoute.handler;

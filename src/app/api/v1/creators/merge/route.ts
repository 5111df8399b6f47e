import { mergeCreatorsRoute } from '@/features/creators/api/merge-routes';

export const POST = mergeCreatorsRoute.handler;

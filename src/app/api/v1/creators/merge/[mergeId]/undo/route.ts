import { undoMergeRoute } from '@/features/creators/api/merge-routes';

export const POST = undoMergeRoute.handler;

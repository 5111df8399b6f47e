import { archiveSegmentRoute, getSegmentRoute, updateSegmentRoute } from '@/features/creators/api/segment-routes';

export const GET = getSegmentRoute.handler;
export const PATCH = updateSegmentRoute.handler;
export const DELETE = archiveSegmentRoute.handler;

import { createSegmentRoute, findSegmentsRoute } from '@/features/creators/api/segment-routes';

export const GET = findSegmentsRoute.handler;
export const POST = createSegmentRoute.handler;

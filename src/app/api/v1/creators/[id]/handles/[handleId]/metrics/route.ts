import { recordHandleMetricsRoute } from '@/features/creators/api/handle-routes';

export const POST = recordHandleMetricsRoute.handler;

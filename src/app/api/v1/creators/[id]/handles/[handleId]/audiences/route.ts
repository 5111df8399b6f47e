import { recordAudienceSnapshotRoute } from '@/features/creators/api/handle-routes';

export const POST = recordAudienceSnapshotRoute.handler;

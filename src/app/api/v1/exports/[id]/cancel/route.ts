import { cancelExportRoute } from '@/features/creators/api/export-routes';

export const POST = cancelExportRoute.handler;

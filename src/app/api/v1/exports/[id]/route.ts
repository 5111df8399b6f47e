import { getExportRoute } from '@/features/creators/api/export-routes';

export const GET = getExportRoute.handler;

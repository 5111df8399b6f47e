import { getImportReportRoute } from '@/features/imports/api/import-routes';

export const GET = getImportReportRoute.handler;

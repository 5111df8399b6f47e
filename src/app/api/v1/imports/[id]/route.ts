import { getImportRoute } from '@/features/imports/api/import-routes';

export const GET = getImportRoute.handler;

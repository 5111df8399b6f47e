import { startImportRoute } from '@/features/imports/api/import-routes';

export const POST = startImportRoute.handler;

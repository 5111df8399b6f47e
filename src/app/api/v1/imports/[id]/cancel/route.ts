import { cancelImportRoute } from '@/features/imports/api/import-routes';

export const POST = cancelImportRoute.handler;

import { pauseImportRoute } from '@/features/imports/api/import-routes';

export const POST = pauseImportRoute.handler;

import { undoImportRoute } from '@/features/imports/api/import-routes';

export const POST = undoImportRoute.handler;

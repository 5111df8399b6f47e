import { createImportRoute } from '@/features/imports/api/create-import-route';
import { findImportsRoute } from '@/features/imports/api/import-routes';

export const GET = findImportsRoute.handler;
export const POST = createImportRoute.handler;

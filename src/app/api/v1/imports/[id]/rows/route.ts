import { findImportRowsRoute } from '@/features/imports/api/import-routes';

export const GET = findImportRowsRoute.handler;

import { resumeImportRoute } from '@/features/imports/api/import-routes';

export const POST = resumeImportRoute.handler;

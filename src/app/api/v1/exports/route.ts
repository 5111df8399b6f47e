import { createExportRoute } from '@/features/creators/api/export-routes';

export const POST = createExportRoute.handler;

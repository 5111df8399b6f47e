import { getExportFileRoute } from '@/features/creators/api/export-routes';

export const GET = getExportFileRoute.handler;

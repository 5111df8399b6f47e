import { getRawMailRoute } from '@/features/threads/api/file-routes';

export const GET = getRawMailRoute.handler;

import { getMailHtmlRoute } from '@/features/threads/api/file-routes';

export const GET = getMailHtmlRoute.handler;

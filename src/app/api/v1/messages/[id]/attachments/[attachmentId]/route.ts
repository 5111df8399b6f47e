import { getAttachmentRoute } from '@/features/threads/api/file-routes';

export const GET = getAttachmentRoute.handler;

import { getMessageRoute } from '@/features/threads/api/message-routes';

export const GET = getMessageRoute.handler;

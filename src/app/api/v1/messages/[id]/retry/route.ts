import { retryMessageRoute } from '@/features/threads/api/message-routes';

export const POST = retryMessageRoute.handler;

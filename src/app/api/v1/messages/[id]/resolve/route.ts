import { resolveMessageRoute } from '@/features/threads/api/message-routes';

export const POST = resolveMessageRoute.handler;

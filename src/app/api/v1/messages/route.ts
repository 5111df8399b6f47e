import { findMessagesRoute, sendMessageRoute } from '@/features/threads/api/message-routes';

export const GET = findMessagesRoute.handler;
export const POST = sendMessageRoute.handler;

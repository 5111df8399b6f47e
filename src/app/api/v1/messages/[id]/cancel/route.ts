import { cancelMessageRoute } from '@/features/threads/api/message-routes';

export const POST = cancelMessageRoute.handler;

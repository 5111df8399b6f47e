import { disconnectMailboxRoute } from '@/features/threads/api/mailbox-routes';

export const POST = disconnectMailboxRoute.handler;

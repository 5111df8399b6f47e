import { pauseMailboxRoute } from '@/features/threads/api/mailbox-routes';

export const POST = pauseMailboxRoute.handler;

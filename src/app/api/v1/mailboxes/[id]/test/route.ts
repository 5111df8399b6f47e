import { testMailboxRoute } from '@/features/threads/api/mailbox-routes';

export const POST = testMailboxRoute.handler;

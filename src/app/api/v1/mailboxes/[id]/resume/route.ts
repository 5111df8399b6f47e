import { resumeMailboxRoute } from '@/features/threads/api/mailbox-routes';

export const POST = resumeMailboxRoute.handler;

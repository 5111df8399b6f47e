import { archiveMailboxRoute, getMailboxRoute, updateMailboxRoute } from '@/features/threads/api/mailbox-routes';

export const GET = getMailboxRoute.handler;
export const PATCH = updateMailboxRoute.handler;
export const DELETE = archiveMailboxRoute.handler;

import { connectMailboxRoute, findMailboxesRoute } from '@/features/threads/api/mailbox-routes';

export const GET = findMailboxesRoute.handler;
export const POST = connectMailboxRoute.handler;

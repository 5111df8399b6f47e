import { findMailboxesRoute } from '@/features/threads/api/message-routes';

export const GET = findMailboxesRoute.handler;

import { findThreadsRoute } from '@/features/threads/api/thread-routes';

export const GET = findThreadsRoute.handler;

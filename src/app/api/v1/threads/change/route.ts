import { changeThreadsRoute } from '@/features/threads/api/thread-routes';

export const POST = changeThreadsRoute.handler;

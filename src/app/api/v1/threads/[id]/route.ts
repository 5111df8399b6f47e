import { changeThreadRoute, getThreadRoute } from '@/features/threads/api/thread-routes';

export const GET = getThreadRoute.handler;
export const PATCH = changeThreadRoute.handler;

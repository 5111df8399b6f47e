import { getTaskRoute, updateTaskRoute } from '@/app/tasks/definitions';

export const GET = getTaskRoute.handler;
export const PATCH = updateTaskRoute.handler;

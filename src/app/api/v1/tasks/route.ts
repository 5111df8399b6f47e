import { createTaskRoute, findTasksRoute } from '@/app/tasks/definitions';

export const GET = findTasksRoute.handler;
export const POST = createTaskRoute.handler;

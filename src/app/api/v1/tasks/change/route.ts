import { changeTasksRoute } from '@/app/tasks/definitions';

export const POST = changeTasksRoute.handler;

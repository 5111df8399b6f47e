import { finishTaskRoute } from '@/app/tasks/definitions';

export const POST = finishTaskRoute.handler;

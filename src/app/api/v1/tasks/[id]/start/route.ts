import { startTaskRoute } from '@/app/tasks/definitions';

export const POST = startTaskRoute.handler;

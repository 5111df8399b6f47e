import { snoozeTaskRoute } from '@/app/tasks/definitions';

export const POST = snoozeTaskRoute.handler;

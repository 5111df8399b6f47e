import { cancelTaskRoute } from '@/app/tasks/definitions';

export const POST = cancelTaskRoute.handler;

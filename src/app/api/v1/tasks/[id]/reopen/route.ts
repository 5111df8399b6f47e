import { reopenTaskRoute } from '@/app/tasks/definitions';

export const POST = reopenTaskRoute.handler;

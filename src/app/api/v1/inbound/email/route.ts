import { receiveEmailRoute } from '@/features/threads/api/inbound-routes';

export const POST = receiveEmailRoute.handler;

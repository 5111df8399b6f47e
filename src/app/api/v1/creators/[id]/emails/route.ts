import { addEmailRoute } from '@/features/creators/api/address-routes';

export const POST = addEmailRoute.handler;

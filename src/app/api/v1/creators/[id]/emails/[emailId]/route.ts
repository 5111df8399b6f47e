import { removeEmailRoute } from '@/features/creators/api/address-routes';

export const DELETE = removeEmailRoute.handler;

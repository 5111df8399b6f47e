import { removePhoneRoute } from '@/features/creators/api/address-routes';

export const DELETE = removePhoneRoute.handler;

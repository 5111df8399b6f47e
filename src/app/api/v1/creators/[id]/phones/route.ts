import { addPhoneRoute } from '@/features/creators/api/address-routes';

export const POST = addPhoneRoute.handler;

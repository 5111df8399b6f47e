import { createContactRoute, findContactsRoute } from '@/features/creators/api/contact-routes';

export const GET = findContactsRoute.handler;
export const POST = createContactRoute.handler;

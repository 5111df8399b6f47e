import { archiveContactRoute, getContactRoute, updateContactRoute } from '@/features/creators/api/contact-routes';

export const GET = getContactRoute.handler;
export const PATCH = updateContactRoute.handler;
export const DELETE = archiveContactRoute.handler;

import { linkContactRoute, unlinkContactRoute } from '@/features/creators/api/contact-routes';

export const PUT = linkContactRoute.handler;
export const DELETE = unlinkContactRoute.handler;

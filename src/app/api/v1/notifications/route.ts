import { findNotificationsRoute } from '@/features/notifications/api/notification-routes';

export const GET = findNotificationsRoute.handler;

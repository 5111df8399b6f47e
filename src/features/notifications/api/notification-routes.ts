import { z } from 'zod';
import { findNotifications } from '@/features/notifications/queries/find-notifications';
import { notificationSchema } from '@/features/notifications/schemas/notification';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { idSchema } from '@/shared/ids';

/** A key is no person and has no bell: it reads what people were told, and marks nothing as read for them. */
export const findNotificationsRoute = defineRoute({
  name: 'find-notifications',
  method: 'GET',
  path: '/notifications',
  permission: 'notification.read',
  summary: 'What people were told in the app, newest first; of one person with membershipId',
  query: z.strictObject({
    membershipId: idSchema('membership').optional(),
    unread: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({ data: z.array(notificationSchema), nextCursor: z.string().nullable() }),
  run: (tx, { query }) => findNotifications(tx, query),
});

export const notificationRoutes: RouteDefinition[] = [findNotificationsRoute];

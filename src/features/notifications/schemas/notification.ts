import { z } from 'zod';
import { kindNames } from '@/features/notifications/model/notification-kinds';

/** What somebody was told. */
export const notificationSchema = z
  .object({
    id: z.string(),
    membershipId: z.string().meta({ description: 'Whom it was told' }),
    kind: z.enum(kindNames),
    title: z.string(),
    detail: z.string(),
    path: z.string().meta({ description: 'Where it leads, below the workspace’s address' }),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' });
export type NotificationDto = z.output<typeof notificationSchema>;

export interface NotificationPage {
  data: NotificationDto[];
  nextCursor: string | null;
}

/** What the bell shows. */
export interface BellDto extends NotificationPage {
  unread: number;
}

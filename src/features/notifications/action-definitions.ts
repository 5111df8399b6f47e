import { z } from 'zod';
import { connectSlack, disconnectSlack } from '@/features/notifications/commands/connect-slack';
import { readNotifications } from '@/features/notifications/commands/read-notifications';
import { removePushSubscription, savePushSubscription } from '@/features/notifications/commands/save-push-subscription';
import { updateNotificationSettings } from '@/features/notifications/commands/update-notification-settings';
import { countUnread, findOwnNotifications } from '@/features/notifications/queries/find-notifications';
import { notificationSettingsSchema } from '@/features/notifications/schemas/notification-settings';
import { defineAction } from '@/platform/http/define-action';
import { idSchema } from '@/shared/ids';

export const connectSlackAction = defineAction({
  name: 'connect-slack',
  permission: 'notification.update',
  input: z.strictObject({
    webhook: z.string().trim().max(2000).refine(isWebAddress, {
      message: 'must be the address that Slack shows, like https://hooks.slack.com/services/…',
    }),
  }),
  run: connectSlack,
});

export const disconnectSlackAction = defineAction({
  name: 'disconnect-slack',
  permission: 'notification.update',
  input: z.strictObject({}),
  run: (tx) => disconnectSlack(tx),
});

const endpointSchema = z.string().max(2000).refine(isWebAddress, { message: 'must be the address of a push service' });
const browserKeySchema = z.string().regex(/^[\w-]{16,200}={0,2}$/, 'must be base64url');

export const savePushSubscriptionAction = defineAction({
  name: 'save-push-subscription',
  permission: 'workspace.read',
  input: z.strictObject({ endpoint: endpointSchema, p256dh: browserKeySchema, auth: browserKeySchema }),
  run: savePushSubscription,
});

export const removePushSubscriptionAction = defineAction({
  name: 'remove-push-subscription',
  permission: 'workspace.read',
  input: z.strictObject({ endpoint: endpointSchema }),
  run: removePushSubscription,
});

export const readNotificationsAction = defineAction({
  name: 'read-notifications',
  permission: 'workspace.read',
  input: z.strictObject({ ids: z.array(idSchema('notification')).min(1).max(200).optional() }),
  run: readNotifications,
});

export const updateNotificationSettingsAction = defineAction({
  name: 'update-notification-settings',
  permission: 'workspace.read',
  input: notificationSettingsSchema,
  run: updateNotificationSettings,
});

const findOwnNotificationsAction = defineAction({
  name: 'find-own-notifications',
  permission: 'workspace.read',
  input: z.strictObject({ cursor: z.string().max(500).optional() }),
  run: findOwnNotifications,
});

const countUnreadAction = defineAction({
  name: 'count-unread-notifications',
  permission: 'workspace.read',
  input: z.strictObject({}),
  run: countUnread,
});

export const notificationActions = [
  readNotificationsAction,
  updateNotificationSettingsAction,
  connectSlackAction,
  disconnectSlackAction,
  savePushSubscriptionAction,
  removePushSubscriptionAction,
  findOwnNotificationsAction,
  countUnreadAction,
];

/** Which host it leads to is asked when it is used, by the guard of all hosts that people name. */
function isWebAddress(value: string): boolean {
  try {
    const { protocol, username } = new URL(value);
    return ['https:', 'http:'].includes(protocol) && username === '';
  } catch {
    return false;
  }
}

'use server';

import {
  connectSlackAction,
  disconnectSlackAction,
  readNotificationsAction,
  removePushSubscriptionAction,
  savePushSubscriptionAction,
  updateNotificationSettingsAction,
} from '@/features/notifications/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function readNotifications(workspace: string, input: unknown) {
  return runAction(readNotificationsAction, workspace, input);
}

export async function updateNotificationSettings(workspace: string, input: unknown) {
  return runAction(updateNotificationSettingsAction, workspace, input);
}

export async function connectSlack(workspace: string, input: unknown) {
  return runAction(connectSlackAction, workspace, input);
}

export async function disconnectSlack(workspace: string, input: unknown) {
  return runAction(disconnectSlackAction, workspace, input);
}

export async function savePushSubscription(workspace: string, input: unknown) {
  return runAction(savePushSubscriptionAction, workspace, input);
}

export async function removePushSubscription(workspace: string, input: unknown) {
  return runAction(removePushSubscriptionAction, workspace, input);
}

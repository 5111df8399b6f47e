import { defineEvent } from '@/platform/events/define-event';

/** By UUID: what goes out together. */
interface Due {
  notificationIds: string[];
}

/** The time a person chose has come: one mail with these. */
export const notificationMailDue = defineEvent<Due>('notification.mail_due', 'membership');
/** The same for the workspace's channel in Slack, once for all who are told there. */
export const notificationSlackDue = defineEvent<Due>('notification.slack_due', 'workspace');
/** The same for a person's browsers. */
export const notificationPushDue = defineEvent<Due>('notification.push_due', 'membership');

/** `host` is what is shown of the address, which is a secret. */
export const slackConnected = defineEvent<{ host: string }>('slack.connected', 'workspace');
export const slackDisconnected = defineEvent<{ host: string }>('slack.disconnected', 'workspace');

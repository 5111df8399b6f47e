import type { Metadata } from 'next';
import { NotificationSettingsForm } from '@/features/notifications/components/notification-settings';
import { PushSection } from '@/features/notifications/components/push-section';
import { SlackSection } from '@/features/notifications/components/slack-section';
import { getSlackHost } from '@/features/notifications/queries/get-slack-host';
import { getNotificationSettings } from '@/features/notifications/queries/get-notification-settings';
import { inWorkspace } from '@/platform/db/in-workspace';
import { env } from '@/platform/env/env';
import { pageContext } from '@/platform/web/current-context';
import { currentLocale } from '@/platform/web/current-locale';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const ctx = await pageContext((await params).workspace, 'workspace.read');
  const { timeZone } = await currentLocale();
  const { settings, host } = await inWorkspace(ctx, async (tx) => ({
    settings: await getNotificationSettings(tx, timeZone),
    host: await getSlackHost(tx),
  }));
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = env();
  const publicKey = VAPID_PRIVATE_KEY ? (VAPID_PUBLIC_KEY ?? null) : null;
  return (
    <NotificationSettingsForm settings={settings} ways={{ slack: host !== null, push: publicKey !== null }}>
      <PushSection publicKey={publicKey} />
      <SlackSection host={host} />
    </NotificationSettingsForm>
  );
}

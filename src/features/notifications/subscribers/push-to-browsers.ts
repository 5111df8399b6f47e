import webPush from 'web-push';
import { settleDeliveries } from '@/features/notifications/commands/settle-deliveries';
import { notificationPushDue } from '@/features/notifications/events';
import { pathOf } from '@/features/notifications/model/path-of';
import { findOutgoing, getWorkspace } from '@/features/notifications/queries/find-outgoing';
import { postOutside } from '@/features/notifications/subscribers/post-outside';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { env } from '@/platform/env/env';
import { defineExternalSubscriber, skip } from '@/platform/events/define-subscriber';

interface PushPlan {
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  /** What the browser's worker reads: {title, body, url}. */
  content: string;
}

/** A push service keeps what a closed browser could not take so long. */
const secondsKept = 24 * 60 * 60;

/** Shows a person's browsers what they are told, each at most once. A browser that is gone is forgotten. */
export const pushToBrowsers = defineExternalSubscriber<typeof notificationPushDue, PushPlan, 'taken' | 'gone'>({
  name: 'notifications.push-to-browsers',
  on: [notificationPushDue],
  timeoutMs: 20_000,

  async recipients(tx, { subjectId }) {
    if (!env().VAPID_PRIVATE_KEY) return [];
    const browsers = await tx.rows<{ id: string }>(
      sql`select id from push_subscription where membership_id = ${subjectId}::uuid`,
    );
    return browsers.map(({ id }) => id);
  },

  async prepare(tx, { recipient, event }) {
    const [browser] = await tx.rows<{ endpoint: string; p256dh: string; auth: string }>(
      sql`select endpoint, p256dh, auth from push_subscription where id = ${recipient}::uuid`,
    );
    const content = await writeContent(tx, event.payload?.notificationIds ?? []);
    if (!browser || content === null) return skip;
    const { endpoint, ...keys } = browser;
    return { subscription: { endpoint, keys }, content };
  },

  async act({ subscription, content }, { signal }) {
    const { VAPID_PUBLIC_KEY: publicKey = '', VAPID_PRIVATE_KEY: privateKey = '', MAIL_FROM, APP_URL } = env();
    const subject = `mailto:${MAIL_FROM ?? `notifications@${new URL(APP_URL).hostname}`}`;
    const details = webPush.generateRequestDetails(subscription, content, {
      vapidDetails: { subject, publicKey, privateKey },
      TTL: secondsKept,
    });
    const result = await postOutside({ url: details.endpoint, headers: details.headers, body: details.body, signal });
    if (result.outcome === 'done') return { outcome: 'done', receipt: 'taken' };
    // RFC 8030: the subscription does not exist any more.
    if (result.outcome === 'dead' && /^answered (404|410)\b/.test(result.reason))
      return { outcome: 'done', receipt: 'gone' };
    return result;
  },

  async settle(tx, { recipient, event }, settlement) {
    if (settlement.state === 'done' && settlement.receipt === 'gone')
      await tx.execute(sql`delete from push_subscription where id = ${recipient}::uuid`);
    const notificationIds = event.payload?.notificationIds ?? [];
    await settleDeliveries(tx, { notificationIds, channel: 'push' }, settlement);
  },
});

async function writeContent(tx: Tx, ids: readonly string[]): Promise<string | null> {
  const outgoing = await findOutgoing(tx, ids);
  const [first] = outgoing;
  if (!first) return null;
  const { slug, name } = await getWorkspace(tx);
  const more = outgoing.length > 1 ? ` (and ${outgoing.length - 1} more)` : '';
  return JSON.stringify({
    title: `${first.title}${more}`,
    body: first.detail || name,
    url: `/${slug}/${pathOf(first)}`,
  });
}

import { slackPlace } from '@/features/notifications/commands/connect-slack';
import { settleDeliveries } from '@/features/notifications/commands/settle-deliveries';
import { notificationSlackDue, slackConnected } from '@/features/notifications/events';
import { pathOf } from '@/features/notifications/model/path-of';
import { findOutgoing, getWorkspace, type Outgoing } from '@/features/notifications/queries/find-outgoing';
import { postOutside } from '@/features/notifications/subscribers/post-outside';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { env } from '@/platform/env/env';
import { defineExternalSubscriber, skip } from '@/platform/events/define-subscriber';
import { openSecret } from '@/platform/secrets/open-secret';

interface SlackPlan {
  webhook: string;
  text: string;
}

/** Posts to the workspace's Slack channel: each event once, naming everybody who chose to be told there; and a greeting. */
export const postToSlack = defineExternalSubscriber<
  typeof notificationSlackDue | typeof slackConnected,
  SlackPlan,
  number
>({
  name: 'notifications.post-to-slack',
  on: [notificationSlackDue, slackConnected],
  timeoutMs: 20_000,

  async prepare(tx, { event }) {
    const [connection] = await tx.rows<{ webhook: string }>(
      sql`select webhook from slack_connection where workspace_id = ${tx.ctx.workspaceId}::uuid`,
    );
    if (!connection) return skip;
    const text =
      event.type === slackConnected.type ? await writeGreeting(tx) : await writePost(tx, idsOf(event.payload));
    if (text === '') return skip;
    return { webhook: openSecret(slackPlace(tx.ctx.workspaceId), connection.webhook), text };
  },

  act({ webhook, text }, { signal }) {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return postOutside({ url: webhook, headers, body: JSON.stringify({ text }), signal });
  },

  async settle(tx, { event }, settlement) {
    await settleDeliveries(tx, { notificationIds: idsOf(event.payload), channel: 'slack' }, settlement);
  },
});

function idsOf(payload: object | null): string[] {
  return (payload as { notificationIds?: string[] } | null)?.notificationIds ?? [];
}

async function writeGreeting(tx: Tx): Promise<string> {
  const { name } = await getWorkspace(tx);
  return `Notifications of ${escape(name)} in Rapport come here now, of those who choose so.`;
}

async function writePost(tx: Tx, ids: readonly string[]): Promise<string> {
  const { slug } = await getWorkspace(tx);
  const base = `${env().APP_URL.replace(/\/$/, '')}/${slug}`;
  const byEvent = new Map<string, Outgoing[]>();
  for (const item of await findOutgoing(tx, ids))
    byEvent.set(item.eventId, [...(byEvent.get(item.eventId) ?? []), item]);
  return [...byEvent.values()].map((items) => writeItem(items, base)).join('\n');
}

function writeItem(items: readonly Outgoing[], base: string): string {
  const [first] = items;
  if (!first) return '';
  const people = items.map(({ personName }) => escape(personName)).join(', ');
  const detail = first.detail === '' ? '' : `\n>${escape(first.detail).replace(/\s+/g, ' ')}`;
  return `${people}: <${base}/${pathOf(first)}|${escape(first.title).replaceAll('|', '¦')}>${detail}`;
}

/** Slack reads three signs as markup; whoever types `<!channel>` must not call everybody. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

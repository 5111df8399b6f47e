import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { assignOwner } from '@/features/creators/commands/assign-owner';
import { connectSlack } from '@/features/notifications/commands/connect-slack';
import { savePushSubscription } from '@/features/notifications/commands/save-push-subscription';
import { updateNotificationSettings } from '@/features/notifications/commands/update-notification-settings';
import { getNotificationSettings } from '@/features/notifications/queries/get-notification-settings';
import { postToSlack } from '@/features/notifications/subscribers/post-to-slack';
import { pushToBrowsers } from '@/features/notifications/subscribers/push-to-browsers';
import { raiseNotifications } from '@/features/notifications/subscribers/raise-notifications';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Role } from '@/shared/permissions';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator } from '../../../support/creators';
import { readEffects } from '../../../support/events';
import { createFakeClock, startPostServer, work, type FakeClock } from '../../../support/notifications';

const subscribers = [raiseNotifications, postToSlack, pushToBrowsers];
const keys = webPush.generateVAPIDKeys();
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let outside: Awaited<ReturnType<typeof startPostServer>>;
let workspace: TestWorkspace;
let clock: FakeClock;

beforeAll(async () => {
  database = await useTestDatabase();
  Object.assign(process.env, { VAPID_PUBLIC_KEY: keys.publicKey, VAPID_PRIVATE_KEY: keys.privateKey });
  outside = await startPostServer();
});
beforeEach(async () => {
  workspace = await createTestWorkspace('Glow');
  clock = createFakeClock('2026-07-01T10:00:00Z');
  await work([], clock);
  outside.received.length = 0;
  outside.answer = { status: 200, body: 'ok' };
});
afterAll(async () => {
  await outside.stop();
  await database.close();
});

const memberOf = (role: Role) => workspace.members[role].membershipId;

async function wantBy(role: Role, ways: { slack?: boolean; push?: boolean }): Promise<void> {
  await inWorkspace(workspace.ctx(role), async (tx) => {
    const settings = await getNotificationSettings(tx);
    const assignment = { inApp: true, email: 'off' as const, slack: false, push: false, ...ways };
    await updateNotificationSettings(tx, { ...settings, choices: { ...settings.choices, assignment } });
  });
}

async function giveCreator(role: Role, displayName = 'Noor'): Promise<void> {
  const creatorId = await addCreator(workspace.ctx(), { displayName });
  await inWorkspace(workspace.ctx('admin', { requestId: `req_${displayName}` }), (tx) =>
    assignOwner(tx, { creatorIds: [creatorId], ownerId: memberOf(role) }),
  );
}

describe('Slack', () => {
  const connect = () =>
    inWorkspace(workspace.ctx(), (tx) => connectSlack(tx, { webhook: `${outside.url}/services/T0/B0/secret` }));
  const texts = () => outside.received.map(({ body }) => (JSON.parse(body.toString()) as { text: string }).text);

  it('is greeted, and told once, for whom, with what people typed as plain text', async () => {
    await connect();
    await work(subscribers, clock);
    await wantBy('manager', { slack: true });
    await giveCreator('manager', 'Noor <!channel> & co');
    await work(subscribers, clock);
    await work(subscribers, clock);
    expect(outside.received.map(({ path }) => path)).toEqual(['/services/T0/B0/secret', '/services/T0/B0/secret']);
    expect(texts()[0]).toContain('Notifications of Glow');
    expect(texts()[1]).toMatch(
      /^Glow manager: <http:\/\/localhost:3000\/[\w-]+\/creators\/crt_\w+\|Glow admin made you the owner of Noor &lt;!channel&gt; &amp; co>$/,
    );
  });

  it('keeps its address sealed', async () => {
    await connect();
    const [kept] = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<{ webhook: string; host: string }>(sql`select webhook, host from slack_connection`),
    );
    expect(kept?.webhook).toMatch(/^v1\./);
    expect(JSON.stringify(kept)).not.toContain('secret');
    const [event] = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<{ body: string }>(sql`select p.body from domain_event e join event_payload p on p.event_id = e.id
        where e.type = 'slack.connected'`),
    );
    expect(event?.body).not.toContain('secret');
  });

  it('that refuses is given up, that asks to wait is tried again, that breaks off is not asked twice', async () => {
    const states: string[] = [];
    for (const answer of [{ status: 404, body: 'no_service' }, { status: 429 }, { status: 500 }]) {
      outside.answer = answer;
      await connect();
      await work(subscribers, clock);
      states.push((await readEffects(workspace.ctx())).at(-1)?.state ?? '');
    }
    expect(states).toEqual(['dead', 'pending', 'unknown']);
    expect(outside.received).toHaveLength(3);
  });
});

describe('a browser', () => {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const subscribe = () =>
    inWorkspace(workspace.ctx('manager'), (tx) =>
      savePushSubscription(tx, {
        endpoint: `${outside.url}/push/one`,
        p256dh: browser.getPublicKey('base64url'),
        auth: randomBytes(16).toString('base64url'),
      }),
    );

  it('is sent what only it can read, once, signed for its push service', async () => {
    await subscribe();
    await wantBy('manager', { push: true });
    outside.answer = { status: 201 };
    await giveCreator('manager');
    await work(subscribers, clock);
    await work(subscribers, clock);
    expect(outside.received).toHaveLength(1);
    const { path, headers, body } = outside.received[0]!;
    expect([path, headers['content-encoding'], headers['ttl']]).toEqual(['/push/one', 'aes128gcm', '86400']);
    expect(headers['authorization']).toContain(keys.publicKey);
    expect(body.toString('latin1')).not.toContain('Noor');
  });

  it('that is gone is forgotten', async () => {
    await subscribe();
    await wantBy('manager', { push: true });
    outside.answer = { status: 410 };
    await giveCreator('manager');
    await work(subscribers, clock);
    await giveCreator('manager', 'Mia');
    await work(subscribers, clock);
    expect(outside.received).toHaveLength(1);
    expect(await inWorkspace(workspace.ctx(), (tx) => tx.rows(sql`select from push_subscription`))).toEqual([]);
  });

  it('is told nothing for a person who has left', async () => {
    await subscribe();
    await wantBy('manager', { push: true });
    await giveCreator('manager');
    await work([raiseNotifications], clock);
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update membership set removed_at = now() where id = ${memberOf('manager')}::uuid`),
    );
    await work(subscribers, clock);
    expect(outside.received).toEqual([]);
  });
});

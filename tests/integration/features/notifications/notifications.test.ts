import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assignOwner } from '@/features/creators/commands/assign-owner';
import { createNote } from '@/features/creators/commands/create-note';
import { updateNotificationSettings } from '@/features/notifications/commands/update-notification-settings';
import type { NotificationKind } from '@/features/notifications/model/notification-kinds';
import { getNotificationSettings } from '@/features/notifications/queries/get-notification-settings';
import type { NotificationSettings } from '@/features/notifications/schemas/notification-settings';
import { raiseNotifications } from '@/features/notifications/subscribers/raise-notifications';
import { sendNotificationMail } from '@/features/notifications/subscribers/send-mail';
import { messageFailed, messageQueued } from '@/features/threads/events';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { closeIdleSessions } from '@/platform/mail/smtp-session';
import { encodeId, newId } from '@/shared/ids';
import type { Role } from '@/shared/permissions';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator } from '../../../support/creators';
import { createFakeClock, work, type FakeClock } from '../../../support/notifications';
import { startSmtpServer } from '../../../support/smtp';

const subscribers = [raiseNotifications, sendNotificationMail];
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let workspace: TestWorkspace;
let clock: FakeClock;
let creatorId: string;

beforeAll(async () => {
  database = await useTestDatabase();
  smtp = await startSmtpServer();
  process.env['SMTP_URL'] = smtp.url;
});
beforeEach(async () => {
  workspace = await createTestWorkspace('Glow');
  creatorId = await addCreator(workspace.ctx(), { displayName: 'Noor Bakker' });
  // A Wednesday, midday in Berlin.
  clock = createFakeClock('2026-07-01T10:00:00Z');
  await work([], clock);
  smtp.received.length = 0;
});
afterEach(() => closeIdleSessions());
afterAll(async () => {
  await smtp.stop();
  await database.close();
});

const memberOf = (role: Role) => workspace.members[role].membershipId;
const asAdmin = () => workspace.ctx('admin', { now: clock.now() });

async function choose(
  role: Role,
  change: { times?: Partial<NotificationSettings['times']>; choices?: Partial<Record<NotificationKind, object>> },
): Promise<void> {
  await inWorkspace(workspace.ctx(role), async (tx) => {
    const now = await getNotificationSettings(tx);
    const choices = Object.fromEntries(
      Object.entries(now.choices).map(([kind, choice]) => [
        kind,
        { ...choice, ...change.choices?.[kind as NotificationKind] },
      ]),
    ) as NotificationSettings['choices'];
    await updateNotificationSettings(tx, {
      choices,
      times: { ...now.times, timeZone: 'Europe/Berlin', ...change.times },
    });
  });
}

async function mention(...roles: Role[]): Promise<void> {
  const spans = roles.map((role) => {
    const id = encodeId('membership', memberOf(role));
    return `<span class="mention" data-type="mention" data-id="${id}" data-label="${role}">@${role}</span>`;
  });
  await inWorkspace(asAdmin(), (tx) =>
    createNote(tx, { creatorId, html: `<p>Look ${spans.join(' ')} at <b>this</b></p>`, pinned: false }),
  );
}

async function bell(role: Role): Promise<string[]> {
  const rows = await inWorkspace(workspace.ctx(role), (tx) =>
    tx.rows<{ title: string }>(sql`select title from notification
      where membership_id = ${memberOf(role)}::uuid and in_app order by created_at, id`),
  );
  return rows.map(({ title }) => title);
}

const mailsTo = (role: Role) =>
  smtp.received.filter(({ to }) => to.includes(`${role}@${workspace.slug}.example`)).length;

describe('finance and marketing', () => {
  it('each get what they chose, once, at the time they chose', async () => {
    await choose('finance', {
      choices: { mention: { email: 'daily' }, assignment: { inApp: false, email: 'off', push: false } },
    });
    await choose('marketer', {
      times: { quietFrom: '11:00', quietUntil: '15:00' },
      choices: { mention: { email: 'immediately' }, assignment: { email: 'weekly', inApp: false } },
    });
    await mention('finance', 'marketer');
    for (const role of ['finance', 'marketer'] as const)
      await inWorkspace(asAdmin(), (tx) => assignOwner(tx, { creatorIds: [creatorId], ownerId: memberOf(role) }));
    await work(subscribers, clock);
    expect(await bell('finance')).toEqual(['Glow admin mentioned you on Noor Bakker']);
    expect(await bell('marketer')).toEqual(['Glow admin mentioned you on Noor Bakker']);
    expect([mailsTo('finance'), mailsTo('marketer')]).toEqual([0, 0]);

    // 14:59 in Berlin, then 15:00: the marketer's quiet hours are over.
    clock.set('2026-07-01T12:59:59Z');
    await work(subscribers, clock);
    expect([mailsTo('finance'), mailsTo('marketer')]).toEqual([0, 0]);
    clock.set('2026-07-01T13:00:00Z');
    await work(subscribers, clock);
    expect([mailsTo('finance'), mailsTo('marketer')]).toEqual([0, 1]);

    // The morning after: finance's digest. Next Monday: the marketer's.
    clock.set('2026-07-02T06:00:00Z');
    await work(subscribers, clock);
    expect([mailsTo('finance'), mailsTo('marketer')]).toEqual([1, 1]);
    clock.set('2026-07-06T06:00:00Z');
    await work(subscribers, clock);
    clock.set('2026-08-01T06:00:00Z');
    await work(subscribers, clock);
    expect([mailsTo('finance'), mailsTo('marketer')]).toEqual([1, 2]);
  });

  it('begin as their roles do: marketing is mailed at once, finance finds it in the app', async () => {
    await mention('finance', 'marketer');
    await work(subscribers, clock);
    expect([mailsTo('finance'), mailsTo('marketer')]).toEqual([0, 1]);
    expect(await bell('finance')).toHaveLength(1);
  });
});

describe('a notification', () => {
  it('comes once, though the event is worked on twice, its worker is beaten to it, and the note is edited', async () => {
    await mention('marketer');
    await work(subscribers, clock);
    await inWorkspace(workspace.ctx(), async (tx) => {
      await tx.execute(sql`insert into event_pending (event_id, workspace_id)
        select id, workspace_id from domain_event where type like 'note.%' on conflict do nothing`);
      await tx.execute(sql`delete from effect where subscriber = 'notifications.raise-notifications'`);
    });
    await Promise.all([work(subscribers, clock), work(subscribers, clock)]);
    expect([await bell('marketer'), mailsTo('marketer')]).toEqual([['Glow admin mentioned you on Noor Bakker'], 1]);
  });

  it('is not told to who did it, but of their own failure, with why', async () => {
    await mention('admin');
    await inWorkspace(workspace.ctx('manager', { now: clock.now() }), (tx) =>
      recordEvent(tx, messageQueued, {
        subjectId: messageId,
        creatorId,
        payload: { subject: 'Spring', to: [], cc: [], attachments: [] },
      }),
    );
    await inWorkspace(asAdmin(), (tx) =>
      recordEvent(tx, messageFailed, {
        subjectId: messageId,
        creatorId,
        payload: { subject: 'Spring\r\nBcc: evil@x.example', reason: '550 <b>no such user</b>' },
      }),
    );
    await work(subscribers, clock);
    expect([await bell('admin'), await bell('manager')]).toEqual([[], ['Your mail to Noor Bakker was not sent']]);
    const mail = await smtp.parse();
    expect(smtp.received).toHaveLength(1);
    expect(mail.subject).toBe('Your mail to Noor Bakker was not sent');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.html).not.toContain('<b>');
    expect(mail.text).toContain('550 <b>no such user</b>');
    expect(mail.text).toContain(`http://localhost:3000/${workspace.slug}/creators/${encodeId('creator', creatorId)}`);
    expect(mail.text).toContain(`http://localhost:3000/${workspace.slug}/settings/notifications`);
    expect(smtp.received[0]?.to).toEqual([`manager@${workspace.slug}.example`]);
  });

  it('that was read meanwhile is not mailed, and a digest is one mail', async () => {
    await choose('marketer', { choices: { mention: { email: 'daily' } } });
    for (let times = 0; times < 3; times += 1) await mention('marketer');
    await work(subscribers, clock);
    await inWorkspace(workspace.ctx('marketer'), (tx) =>
      tx.execute(
        sql`update notification set read_at = now() where id = (select min(id::text)::uuid from notification)`,
      ),
    );
    clock.set('2026-07-02T06:00:00Z');
    await work(subscribers, clock);
    expect(mailsTo('marketer')).toBe(1);
    expect((await smtp.parse()).subject).toBe('2 things for you in Glow');
  });

  it('of a hundred creators given at once is one', async () => {
    const more = await addCreator(workspace.ctx(), { displayName: 'Mia Fischer' });
    await inWorkspace(asAdmin(), (tx) =>
      assignOwner(tx, { creatorIds: [creatorId, more], ownerId: memberOf('manager') }),
    );
    await work(subscribers, clock);
    expect(await bell('manager')).toEqual([expect.stringMatching(/^Glow admin made you the owner of .* and others$/)]);
    expect(mailsTo('manager')).toBe(1);
  });

  it('waits for a mail server that is away, and is mailed once when it is back', async () => {
    smtp.behaviour.mailFrom = '451 later';
    await mention('marketer');
    await work(subscribers, clock);
    expect(mailsTo('marketer')).toBe(0);
    delete smtp.behaviour.mailFrom;
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update effect set due_at = now(), dispatched_at = null where state = 'pending'`),
    );
    const [effect] = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<{ id: string }>(sql`select id from effect where state = 'pending'`),
    );
    const { runEffect } = await import('@/platform/events/run-effect');
    const { createRuntime } = await import('../../../support/events');
    await runEffect(createRuntime(subscribers), { workspaceId: workspace.id, effectId: effect?.id ?? '' });
    expect(mailsTo('marketer')).toBe(1);
    const [delivery] = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows(sql`select outcome from notification_delivery where channel = 'email'`),
    );
    expect(delivery).toEqual({ outcome: 'sent' });
  });

  it('stays in its workspace, and is not for who has left', async () => {
    const stranger = await createTestWorkspace('Stranger');
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update membership set removed_at = now() where id = ${memberOf('legal')}::uuid`),
    );
    await mention('marketer');
    await work(subscribers, clock);
    const seen = await inWorkspace(stranger.ctx(), (tx) => tx.rows(sql`select from notification`));
    expect([seen, await bell('legal')]).toEqual([[], []]);
  });
});

const messageId = newId();

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import type { beatPresenceAction as Action } from '@/app/live/beat-presence';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { carryOutAction } from '@/platform/http/define-action';
import { LiveHub } from '@/platform/live/live-hub';
import { encodeId, newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../support/context';
import { addCreator } from '../../support/creators';
import { eventually } from '../../support/events';
import { idsOf, openStream } from '../../support/live';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let beatPresenceAction: typeof Action;
let workspace: TestWorkspace;
let subject: string;

beforeAll(async () => {
  database = await useTestDatabase();
  ({ beatPresenceAction } = await import('@/app/live/beat-presence'));
});
beforeEach(async () => {
  workspace = await createTestWorkspace('Team');
  subject = encodeId('creator', await addCreator(workspace.ctx(), { displayName: 'Noor' }));
});
afterAll(() => database.close());

const tabs = { mine: newId(), other: newId(), theirs: newId() };

async function beat(ctx: Context, tab: string, says: object = {}) {
  const answer = await carryOutAction(beatPresenceAction, ctx, { subject, tab, writing: false, ...says });
  if (!answer.ok) return answer.error.code;
  return answer.data.map(({ name, writing }) => (writing ? `${name} writes` : name));
}

const expire = (seconds: number) =>
  inWorkspace(workspace.ctx(), (tx) =>
    tx.execute(sql`update presence set expires_at = expires_at - make_interval(secs => ${seconds})`),
  );

describe('who looks at a creator', () => {
  it('is everybody else, once however many tabs they have, and writes when one of the tabs does', async () => {
    expect(await beat(workspace.ctx('manager'), tabs.mine)).toEqual([]);
    expect(await beat(workspace.ctx('legal'), tabs.theirs, { writing: true })).toEqual(['Team manager']);
    expect(await beat(workspace.ctx('legal'), tabs.other)).toEqual(['Team manager']);
    expect(await beat(workspace.ctx('manager'), tabs.mine)).toEqual(['Team legal writes']);
    await beat(workspace.ctx('legal'), tabs.theirs, { leaving: true });
    expect(await beat(workspace.ctx('manager'), tabs.mine)).toEqual(['Team legal']);
  });

  it('is gone a minute after the last heartbeat, as when the browser died', async () => {
    await beat(workspace.ctx('legal'), tabs.theirs);
    await expire(30);
    expect(await beat(workspace.ctx('manager'), tabs.mine)).toEqual(['Team legal']);
    await expire(30);
    expect(await beat(workspace.ctx('manager'), tabs.mine)).toEqual([]);
    const left = await inWorkspace(workspace.ctx(), (tx) => tx.rows(sql`select from presence`));
    expect(left).toHaveLength(1);
  });

  it('stays right when many beat at once', async () => {
    const roles = ['admin', 'manager', 'marketer', 'legal', 'finance', 'viewer'] as const;
    const beats = roles.flatMap((role) => [1, 2, 3].map(() => beat(workspace.ctx(role), tabs.mine)));
    await Promise.all(beats);
    expect(await beat(workspace.ctx('admin'), tabs.mine)).toHaveLength(5);
  });

  it('is told to the others at once when it changes, and not with every heartbeat', async () => {
    const hub = new LiveHub(database.appUrl);
    const stream = await openStream(hub, workspace.ctx('viewer'));
    const presence = () =>
      stream.told.filter(({ content }) => JSON.stringify(content).includes('"kind":"presence"')).length;
    for (let times = 0; times < 3; times += 1) await beat(workspace.ctx('legal'), tabs.theirs);
    await beat(workspace.ctx('legal'), tabs.theirs, { writing: true });
    await beat(workspace.ctx('legal'), tabs.theirs, { writing: true });
    await beat(workspace.ctx('legal'), tabs.theirs, { leaving: true });
    await beat(workspace.ctx('legal'), tabs.theirs, { leaving: true });
    await eventually(() => presence() === 3);
    expect(idsOf(stream)).toHaveLength(3);
    await hub.close();
  });
});

describe('what one may not see', () => {
  it('one cannot be present at: another workspace, a nobody, a thread of a mailbox of others', async () => {
    const stranger = await createTestWorkspace('Stranger');
    expect(await beat(stranger.ctx(), tabs.theirs)).toBe('not_found');
    expect(await beat(workspace.ctx(), tabs.mine, { subject: encodeId('creator', newId()) })).toBe('not_found');
    const threadId = await addPrivateThread();
    const thread = { subject: encodeId('thread', threadId) };
    expect(await beat(workspace.ctx('manager'), tabs.mine, thread)).toEqual([]);
    expect(await beat(workspace.ctx('marketer'), tabs.theirs, thread)).toBe('not_found');
    expect(await beat(workspace.ctx('marketer'), tabs.theirs, { subject: 'wsp_x' })).toBe('invalid_input');
  });
});

/** A conversation of a mailbox that only the manager sees. */
async function addPrivateThread(): Promise<string> {
  const threadId = newId();
  await inWorkspace(workspace.ctx('manager'), async (tx) => {
    const mailboxId = await createMailbox(tx, {
      brandId: workspace.brandId,
      address: `own@${workspace.slug}.example`,
      displayName: 'Own',
    });
    await tx.execute(sql`update mailbox set kind = 'personal', visibility = 'owner',
      owner_id = ${workspace.members.manager.membershipId}::uuid where id = ${mailboxId}::uuid`);
    await tx.execute(
      sql`insert into thread (id, workspace_id, channel, subject) values (${threadId}::uuid, ${workspace.id}::uuid, 'email', 'x')`,
    );
    await tx.execute(sql`insert into thread_mailbox (workspace_id, thread_id, mailbox_id)
      values (${workspace.id}::uuid, ${threadId}::uuid, ${mailboxId}::uuid)`);
  });
  return threadId;
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeThread, changeThreads } from '@/features/threads/commands/change-threads';
import { followThread } from '@/features/threads/commands/follow-thread';
import { markThreadsRead } from '@/features/threads/commands/mark-threads-read';
import type { ThreadChange } from '@/features/threads/model/decide-thread-change';
import { findThreads } from '@/features/threads/queries/find-threads';
import { getThread } from '@/features/threads/queries/get-thread';
import { findThreadsSchema } from '@/features/threads/schemas/find-threads';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { encodeId, newId } from '@/shared/ids';
import { carryOutDue } from '@/worker/due-scans';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { eventsOf, refusalOf } from '../../../support/creators';
import { receive } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
let id: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await createMailingWorkspace();
  await here.addWritable({ emails: [{ address: 'zoe@x.example' }] });
  id = (await receive(here.ctx, here.mailboxId))?.threadId ?? '';
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = here.ctx) => inWorkspace(ctx, work);
const change = (one: ThreadChange, version?: number) => run((tx) => changeThread(tx, { id, change: one, version }));
const read = (ctx = here.ctx) => run((tx) => getThread(tx, id), ctx);
const list = async (filter: Record<string, unknown> = {}, ctx = here.ctx) =>
  (await run((tx) => findThreads(tx, findThreadsSchema.parse(filter)), ctx)).data;
const types = async () =>
  (await eventsOf(here.workspace.ctx())).map(({ type }) => type).filter((type) => type.startsWith('thread.'));
const tomorrow = new Date(Date.now() + 86_400_000);

describe('changeThread', () => {
  it('gives a conversation to somebody, says so in its event, and takes it away again', async () => {
    const { membershipId } = here.workspace.members.finance;
    await change({ kind: 'assignee', assigneeId: membershipId });
    expect(await read()).toMatchObject({
      assignee: { id: encodeId('membership', membershipId), name: 'Acme finance' },
    });
    expect(await list({ view: 'mine' }, here.workspace.ctx('finance'))).toHaveLength(1);
    expect(await list({ view: 'unassigned' })).toEqual([]);
    await change({ kind: 'assignee', assigneeId: membershipId });
    await change({ kind: 'assignee', assigneeId: null });
    expect(await read()).toMatchObject({ assignee: null });
    expect(await eventsOf(here.workspace.ctx(), 'thread.assigned')).toMatchObject([
      { subjectId: id, payload: { changes: { assignee: { from: null, to: { name: 'Acme finance' } } } } },
      { subjectId: id, payload: { changes: { assignee: { from: { name: 'Acme finance' }, to: null } } } },
    ]);
  });

  it('refuses a stranger, a stale version, a move that is not drawn and a time that has passed, and changes nothing', async () => {
    const other = await createTestWorkspace();
    const { membershipId } = other.members.admin;
    expect(await refusalOf(change({ kind: 'assignee', assigneeId: membershipId }))).toMatchObject({
      code: 'not_found',
    });
    const { version } = await read();
    await change({ kind: 'done' });
    const stale = await refusalOf(change({ kind: 'priority', priority: 'high' }, version));
    expect(stale).toMatchObject({ code: 'conflict', details: { reason: 'stale_version' } });
    const undrawn = await refusalOf(change({ kind: 'snooze', until: tomorrow }));
    expect(undrawn).toMatchObject({ code: 'invalid_state', details: { reason: 'thread_done' } });
    const passed = await refusalOf(change({ kind: 'snooze', until: new Date(0) }));
    expect(passed).toMatchObject({ code: 'invalid_input', details: { fields: [{ path: 'change.until' }] } });
    expect(await types()).toEqual(['thread.done']);
    const foreign = await refusalOf(
      inWorkspace(other.ctx(), (tx) => changeThread(tx, { id, change: { kind: 'open' }, version: undefined })),
    );
    expect(foreign.code).toBe('not_found');
  });

  it('ends it once when two do so at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => change({ kind: 'done' })));
    expect(await types()).toEqual(['thread.done']);
    expect(await read()).toMatchObject({ state: 'done' });
  });

  it('leaves nothing behind when the rest of the transaction fails', async () => {
    const failing = run(async (tx) => {
      await changeThread(tx, { id, change: { kind: 'tags', add: ['vip'], remove: [] }, version: undefined });
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await read()).toMatchObject({ tags: [] });
    expect(await types()).toEqual([]);
  });

  it('keeps tags once and in order, and finds by them', async () => {
    await change({ kind: 'tags', add: ['vip', 'brief', 'vip'], remove: [] });
    await change({ kind: 'tags', add: ['brief'], remove: ['vip'] });
    expect(await read()).toMatchObject({ tags: ['brief'] });
    expect(await list({ tag: 'brief' })).toHaveLength(1);
    expect(await list({ tag: 'vip' })).toEqual([]);
  });

  it('wakes by the clock, once, and on an answer before that', async () => {
    await change({ kind: 'snooze', until: tomorrow });
    const clock = (at: number) => ({ now: () => new Date(at) });
    await carryOutDue(clock(tomorrow.getTime() - 1));
    expect(await read()).toMatchObject({ state: 'snoozed', snoozedUntil: tomorrow.toISOString() });
    await Promise.all([carryOutDue(clock(tomorrow.getTime())), carryOutDue(clock(tomorrow.getTime()))]);
    expect(await read()).toMatchObject({ state: 'open', snoozedUntil: null });
    expect(await types()).toEqual(['thread.snoozed', 'thread.woken']);
    await change({ kind: 'snooze', until: null });
    await carryOutDue(clock(tomorrow.getTime() * 2));
    expect(await list({ view: 'snoozed' })).toHaveLength(1);
    await receive(here.ctx, here.mailboxId, { subject: 'Re: Hello' });
    expect(await read()).toMatchObject({ state: 'open' });
  });
});

describe('changeThreads', () => {
  it('changes what can be changed and names what cannot', async () => {
    const second = (await receive(here.ctx, here.mailboxId, { subject: 'Another' }))?.threadId ?? '';
    await change({ kind: 'done' });
    const gone = newId();
    const answer = await run((tx) =>
      changeThreads(tx, { ids: [id, second, gone, second], change: { kind: 'snooze', until: tomorrow } }),
    );
    expect(answer.changed).toBe(1);
    expect(answer.refused.map((one) => [one.id, one.reason])).toEqual(
      expect.arrayContaining([
        [encodeId('thread', id), 'invalid_state'],
        [encodeId('thread', gone), 'not_found'],
      ]),
    );
    expect((await list({ view: 'snoozed' })).map((one) => one.id)).toEqual([encodeId('thread', second)]);
  });
});

describe('what one has of a conversation', () => {
  it('is unread until it is read, for each person, and again when something comes', async () => {
    expect(await read()).toMatchObject({ unread: true, follows: false });
    await run((tx) => markThreadsRead(tx, { ids: [id], read: true }));
    expect(await read()).toMatchObject({ unread: false });
    expect(await read(here.workspace.ctx('finance'))).toMatchObject({ unread: true });
    await receive(here.ctx, here.mailboxId, { subject: 'Re: Hello', at: new Date(Date.now() + 1000).toISOString() });
    expect(await read()).toMatchObject({ unread: true });
  });

  it('is followed once, and no longer', async () => {
    for (const follows of [false, true, true, false]) await run((tx) => followThread(tx, { id, follows }));
    expect(await read()).toMatchObject({ follows: false });
    expect(await types()).toEqual(['thread.followed', 'thread.followed']);
  });
});

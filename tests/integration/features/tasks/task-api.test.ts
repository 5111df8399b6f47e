import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allRoutes } from '@/app/definitions';
import {
  changeTasksRoute,
  createTaskAction,
  createTaskRoute,
  findTasksRoute,
  finishTaskRoute,
  getTaskRoute,
  reopenTaskRoute,
  snoozeTaskRoute,
  startTaskRoute,
  updateTaskRoute,
} from '@/app/tasks/definitions';
import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { countTasks } from '@/features/tasks/queries/count-tasks';
import { createTaskSchema } from '@/features/tasks/schemas/task-commands';
import { inWorkspace } from '@/platform/db/in-workspace';
import type { RouteDefinition } from '@/platform/http/define-route';
import { encodeId, newId } from '@/shared/ids';
import { callRoute, type Call } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator } from '../../../support/creators';
import { createMailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let key: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  key = await workspace.createKey();
});

const call = (route: RouteDefinition, options: Omit<Call, 'key'> = {}) => callRoute(route, { key, ...options });
const post = async (body: object, headers?: Record<string, string>) =>
  call(createTaskRoute, { body, ...(headers && { headers }) });
const titles = async (query = '') => {
  const { status, body } = await call(findTasksRoute, { query });
  expect(status, JSON.stringify(body)).toBe(200);
  return (body.data as { title: string }[]).map(({ title }) => title);
};
const due = (on: string, time: string | null = null) => ({ on, time, zone: 'Europe/Berlin' });

describe('/tasks', () => {
  it('makes, shows, changes and moves a task', async () => {
    const creator = encodeId('creator', await addCreator(workspace.ctx(), { displayName: 'Mia' }));
    const assigneeId = encodeId('membership', workspace.members.finance.membershipId);
    const made = await post({ title: 'Invoice', due: due('2026-11-23', '17:00'), assigneeId, subject: creator });
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^tsk_[0-9a-f]{32}$/) as string,
        state: 'open',
        source: 'api',
        author: null,
        due: due('2026-11-23', '17:00'),
        dueAt: '2026-11-23T16:00:00.000Z',
        assignee: { id: assigneeId },
        subject: { type: 'creator', id: creator, title: 'Mia' },
        creator: { id: creator, displayName: 'Mia' },
      },
    });
    const params = { id: made.body.id as string };
    expect((await call(startTaskRoute, { params })).body).toMatchObject({ state: 'doing', version: 2 });
    expect((await call(finishTaskRoute, { params, body: { version: 1 } })).status).toBe(409);
    expect((await call(finishTaskRoute, { params, body: {} })).body).toMatchObject({ state: 'done' });
    expect((await call(finishTaskRoute, { params })).status).toBe(200);
    expect((await call(reopenTaskRoute, { params })).body).toMatchObject({ state: 'open', finishedAt: null });
    const later = { until: new Date(Date.now() + 3_600_000).toISOString() };
    expect((await call(snoozeTaskRoute, { params, body: later })).body).toMatchObject({ snoozedUntil: later.until });
    expect((await call(updateTaskRoute, { params, body: { title: 'Receipt', due: null } })).body).toMatchObject({
      title: 'Receipt',
      due: null,
    });
    expect((await call(getTaskRoute, { params })).body).toMatchObject({ title: 'Receipt', version: 6 });
  });

  it('makes one task for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'k1' };
    const [first, second] = [await post({ title: 'Once' }, headers), await post({ title: 'Once' }, headers)];
    expect(second.body).toEqual(first.body);
    expect((await post({ title: 'Other' }, headers)).status).toBe(409);
    expect(await titles()).toEqual(['Once']);
  });

  it('names every field that is wrong', async () => {
    const refused = await post({
      title: '   ',
      due: { on: '2026-02-30', time: '25:00', zone: 'Mars/Base' },
      priority: 'soon',
      recurrence: { every: 'week', days: [] },
      subject: 'nte_1',
      done: true,
    });
    expect(refused.status).toBe(422);
    const paths = (refused.body.errors as { path: string }[]).map(({ path }) => path);
    expect([...new Set(paths)].sort()).toEqual([
      ...['', 'due.on', 'due.time', 'due.zone', 'priority', 'recurrence.days', 'subject', 'title'],
    ]);
  });

  it('lists what is due first, first, what has no day last, page by page, each once', async () => {
    await post({ title: 'no day' });
    for (const [title, on] of [
      ['c', '2026-12-03'],
      ['a', '2026-12-01'],
      ['b', '2026-12-02'],
    ] as const)
      await post({ title, due: due(on) });
    await post({ title: 'b, before the evening', due: due('2026-12-02', '09:00') });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = `?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await call(findTasksRoute, { query });
      seen.push(...(body.data as { title: string }[]).map(({ title }) => title));
      cursor = body.nextCursor as string | null;
    } while (cursor);
    expect(seen).toEqual(['a', 'b, before the evening', 'b', 'c', 'no day']);
    expect((await call(findTasksRoute, { query: '?cursor=abc' })).status).toBe(422);
  });

  it('filters by person, state, day, creator and subject', async () => {
    const ctx = workspace.ctx();
    const [mia, other] = [
      await addCreator(ctx, { displayName: 'Mia' }),
      await addCreator(ctx, { displayName: 'Mia B' }),
    ];
    const assigneeId = encodeId('membership', workspace.members.finance.membershipId);
    await post({ title: 'hers', assigneeId, due: due('2026-11-23') });
    await post({ title: 'about Mia', subject: encodeId('creator', mia), due: due('2026-11-25') });
    await post({ title: 'about the other', subject: encodeId('creator', other) });
    const done = await post({ title: 'done' });
    await call(finishTaskRoute, { params: { id: done.body.id as string } });
    expect(await titles(`?assignee=${assigneeId}`)).toEqual(['hers']);
    expect(await titles('?assignee=none')).toEqual(['about Mia', 'about the other']);
    expect(await titles('?state=done')).toEqual(['done']);
    expect(await titles('?sort=-finishedAt&state=done&state=cancelled')).toEqual(['done']);
    // Due on the 23rd means: overdue from the midnight after on.
    expect(await titles('?dueBefore=2026-11-23T23:00:00Z')).toEqual(['hers']);
    expect(await titles('?dueBefore=2026-11-23T22:59:59Z')).toEqual([]);
    expect(await titles('?dueAfter=2026-11-23T23:00:00Z')).toEqual(['about Mia']);
    expect(await titles(`?subject=${encodeId('creator', mia)}`)).toEqual(['about Mia']);
    await inWorkspace(ctx, (tx) => mergeCreators(tx, { survivorId: other, mergedIds: [mia] }));
    expect((await titles(`?creatorId=${encodeId('creator', other)}`)).sort()).toEqual(['about Mia', 'about the other']);
    const nobody = await call(findTasksRoute, { query: '?assignee=me' });
    expect(nobody).toMatchObject({ status: 422, body: { errors: [{ path: 'assignee' }] } });
  });

  it('makes none about what is put away, elsewhere or not to be seen, and tells no titles of it', async () => {
    const ctx = workspace.ctx();
    const archived = await addCreator(ctx, { displayName: 'Gone' });
    const task = await post({ title: 'before', subject: encodeId('creator', archived) });
    await inWorkspace(ctx, (tx) => archiveCreators(tx, { creatorIds: [archived] }));
    const other = await createTestWorkspace();
    const foreign = encodeId('creator', await addCreator(other.ctx(), { displayName: 'Theirs' }));
    for (const subject of [encodeId('creator', archived), foreign, encodeId('message', newId())])
      expect((await post({ title: 'after', subject })).status, subject).toBe(404);
    const blind = await workspace.createKey(['task.read', 'task.update']);
    const mia = encodeId('creator', await addCreator(ctx, { displayName: 'Mia' }));
    expect((await callRoute(createTaskRoute, { key: blind, body: { title: 'x', subject: mia } })).status).toBe(403);
    const params = { id: task.body.id as string };
    expect((await callRoute(getTaskRoute, { key: blind, params })).body.subject.title).toBeNull();
    expect((await callRoute(getTaskRoute, { key: await other.createKey(), params })).status).toBe(404);
  });

  it('hides the subject line of a mailbox that one does not work with', async () => {
    const mailing = await createMailingWorkspace();
    const message = await mailing.send(await mailing.addWritable());
    const create = (scope: { brandIds: 'all' | string[]; campaignIds: 'all' }) =>
      inWorkspace(mailing.workspace.ctx('marketer', { scope }), (tx) =>
        createTaskAction.run(
          tx,
          createTaskSchema.parse({ title: 'See to it', subject: encodeId('message', message.id) }),
        ),
      );
    expect(await create({ brandIds: 'all', campaignIds: 'all' })).toMatchObject({
      source: 'thread',
      subject: { type: 'message', title: 'Spring campaign' },
      creator: { displayName: 'Zoë Creator' },
    });
    await expect(create({ brandIds: [], campaignIds: 'all' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('changes many, and says what did not happen', async () => {
    const ids = [await post({ title: 'one' }), await post({ title: 'two' })].map(({ body }) => body.id as string);
    const missing = encodeId('task', newId());
    const body = { ids: [...ids, missing], change: { kind: 'due', due: due('2026-12-24') } };
    expect((await call(changeTasksRoute, { body })).body).toEqual({
      changed: 2,
      refused: [{ id: missing, reason: 'not_found', message: 'This task is not here.' }],
    });
    expect(await titles('?dueAfter=2026-12-24T12:00:00Z')).toEqual(['one', 'two']);
  });

  it('stands in the reference by the schemas that judge', () => {
    expect(allRoutes.filter(({ path }) => path.startsWith('/tasks'))).toHaveLength(10);
  });
});

describe('the counts of the navigation', () => {
  it('are of what there is to do now: not put off, not finished', async () => {
    const mine = encodeId('membership', workspace.members.marketer.membershipId);
    await post({ title: 'overdue', assigneeId: mine, due: due('2020-01-01') });
    await post({ title: 'nobody’s' });
    const asleep = await post({ title: 'asleep', assigneeId: mine });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await call(snoozeTaskRoute, { params: { id: asleep.body.id as string }, body: { until } });
    const counts = await inWorkspace(workspace.ctx('marketer'), countTasks);
    expect(counts).toEqual({ mine: 1, unassigned: 1, all: 2, overdue: 1 });
  });
});

describe('a draft', () => {
  it('sent twice is one task, and another person’s draft of the same id is another', async () => {
    const input = createTaskSchema.parse({ title: 'Draft', draftId: crypto.randomUUID() });
    const send = (role: 'marketer' | 'legal') =>
      inWorkspace(workspace.ctx(role), (tx) => createTaskAction.run(tx, input));
    const [first, second] = await Promise.all([send('marketer'), send('marketer')]);
    expect(second.id).toBe(first.id);
    expect((await send('legal')).id).not.toBe(first.id);
  });
});

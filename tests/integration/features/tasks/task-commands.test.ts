import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeTasks } from '@/features/tasks/commands/change-tasks';
import { createTask } from '@/features/tasks/commands/create-task';
import { moveTask } from '@/features/tasks/commands/move-task';
import { snoozeTask } from '@/features/tasks/commands/snooze-task';
import { updateTask } from '@/features/tasks/commands/update-task';
import { findTasks } from '@/features/tasks/queries/find-tasks';
import { getTask } from '@/features/tasks/queries/get-task';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import type { CreateTaskInput } from '@/features/tasks/schemas/task-commands';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId, newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = workspace.ctx('marketer')) => inWorkspace(ctx, work);
const add = async (input: Partial<CreateTaskInput> = {}) =>
  (await run((tx) => createTask(tx, { title: 'Ask Mia for the invoice', source: 'person', ...input }))).id;
const read = (id: string) => run((tx) => getTask(tx, id));
const list = async (filter: Record<string, unknown> = {}) =>
  (await run((tx) => findTasks(tx, findTasksSchema.parse(filter)))).data;
const types = async () =>
  (await eventsOf(workspace.ctx())).map(({ type }) => type).filter((type) => type.startsWith('task.'));
const monday = { on: '2026-11-23', time: null, zone: 'Europe/Berlin' };

describe('createTask', () => {
  it('keeps what it was given, and says who it is for in its event', async () => {
    const creatorId = await addCreator(workspace.ctx());
    const assigneeId = workspace.members.finance.membershipId;
    const id = await add({
      creatorId,
      assigneeId,
      due: monday,
      priority: 'high',
      note: 'Twice <b>asked</b>',
      subject: { type: 'creator', id: creatorId },
    });
    expect(await read(id)).toMatchObject({
      title: 'Ask Mia for the invoice',
      note: 'Twice <b>asked</b>',
      state: 'open',
      priority: 'high',
      assignee: { id: encodeId('membership', assigneeId), name: 'Test finance' },
      author: { name: 'Test marketer' },
      due: monday,
      dueAt: '2026-11-23T23:00:00.000Z',
      subject: { type: 'creator', id: encodeId('creator', creatorId) },
      creator: { displayName: 'Ada Creator' },
    });
    expect(await eventsOf(workspace.ctx(), 'task.created')).toMatchObject([
      { subjectId: id, creatorId, payload: { assignee: { name: 'Test finance' }, due: '2026-11-23' } },
    ]);
  });

  it('makes one task of one thing, also when two come at once', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => run((tx) => createTask(tx, { title: 'Once', source: 'failure', sourceKey: 'evt-1' }))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(await types()).toEqual(['task.created']);
    expect(await add({ source: 'mention', sourceKey: 'evt-1' })).not.toBe(made[0]?.id);
  });

  it('refuses a member of another workspace and one who left, and a series without a day', async () => {
    const other = await createTestWorkspace();
    const foreign = await refusalOf(add({ assigneeId: other.members.admin.membershipId }));
    expect(foreign).toMatchObject({ code: 'not_found', details: { reason: 'assignee' } });
    const { membershipId } = workspace.members.viewer;
    await run((tx) => tx.execute(sql`update membership set removed_at = now() where id = ${membershipId}::uuid`));
    expect((await refusalOf(add({ assigneeId: membershipId }))).code).toBe('not_found');
    expect(await refusalOf(add({ recurrence: { every: 'day' } }))).toMatchObject({
      code: 'invalid_input',
      details: { fields: [{ path: 'due' }] },
    });
    expect(await list()).toEqual([]);
    expect(await types()).toEqual([]);
  });
});

describe('updateTask', () => {
  it('changes what is given, tells of it and of the new assignee apart, and is done when repeated', async () => {
    const id = await add({ due: monday });
    const assigneeId = workspace.members.legal.membershipId;
    const input = { id, version: 1, title: 'Ask again', due: null, assigneeId };
    expect(await run((tx) => updateTask(tx, input))).toBe(2);
    expect(await run((tx) => updateTask(tx, input))).toBe(2);
    expect(await read(id)).toMatchObject({ title: 'Ask again', due: null, dueAt: null, version: 2 });
    expect(await eventsOf(workspace.ctx(), 'task.updated')).toMatchObject([
      { payload: { changes: { title: { to: 'Ask again' }, due: { from: { on: '2026-11-23' }, to: null } } } },
    ]);
    expect(await eventsOf(workspace.ctx(), 'task.assigned')).toMatchObject([
      { payload: { title: 'Ask again', changes: { assignee: { from: null, to: { name: 'Test legal' } } } } },
    ]);
  });

  it('refuses a stale version and leaves nothing behind; of two at once one wins', async () => {
    const id = await add();
    const outcomes = await Promise.allSettled(
      ['one', 'two'].map((title) => run((tx) => updateTask(tx, { id, version: 1, title }))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(run((tx) => updateTask(tx, { id, version: 1, note: 'late' })))).toMatchObject({
      code: 'conflict',
      details: { reason: 'stale_version', extra: { version: 2 } },
    });
    expect((await eventsOf(workspace.ctx(), 'task.updated')).length).toBe(1);
  });

  it('does not take the day from a series, nor finds what is not here or elsewhere', async () => {
    const id = await add({ due: monday, recurrence: { every: 'weekday' } });
    expect((await refusalOf(run((tx) => updateTask(tx, { id, due: null })))).code).toBe('invalid_input');
    const other = await createTestWorkspace();
    const there = run((tx) => updateTask(tx, { id, title: 'theirs' }), other.ctx());
    expect((await refusalOf(there)).code).toBe('not_found');
    expect((await refusalOf(run((tx) => moveTask(tx, { id: newId(), state: 'done' })))).code).toBe('not_found');
  });
});

describe('moveTask', () => {
  it('goes the ways that are drawn and no other, in the database too', async () => {
    const id = await add();
    for (const state of ['doing', 'open', 'doing', 'done', 'open', 'cancelled'] as const)
      await run((tx) => moveTask(tx, { id, state }));
    expect(await types()).toEqual([
      ...['task.created', 'task.started', 'task.reopened', 'task.started'],
      ...['task.done', 'task.reopened', 'task.cancelled'],
    ]);
    const refusal = await refusalOf(run((tx) => moveTask(tx, { id, state: 'open' })));
    expect(refusal).toMatchObject({ code: 'invalid_state', details: { reason: 'task_cancelled' } });
    await expect(
      run((tx) => tx.execute(sql`update task set state = 'open', finished_at = null where id = ${id}::uuid`)),
    ).rejects.toThrow(/cannot go from "cancelled" to "open"/);
  });

  it('is done once by two at once, and the same again is success whatever the version', async () => {
    const id = await add();
    await Promise.all([1, 2].map(() => run((tx) => moveTask(tx, { id, state: 'done', version: 1 }))));
    expect(await run((tx) => moveTask(tx, { id, state: 'done', version: 1 }))).toBe(2);
    expect(await types()).toEqual(['task.created', 'task.done']);
    expect((await refusalOf(run((tx) => moveTask(tx, { id, state: 'open', version: 1 })))).code).toBe('conflict');
  });
});

describe('snoozeTask', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const until = new Date('2026-11-24T08:00:00Z');
  const at = (instant: Date) => workspace.ctx('marketer', { now: instant });

  it('hides it until then, and it is back by itself', async () => {
    const id = await add();
    await run((tx) => snoozeTask(tx, { id, until }), at(now));
    const seen = (instant: Date) =>
      run((tx) => findTasks(tx, findTasksSchema.parse({ snoozed: 'exclude' })), at(instant));
    expect((await seen(now)).data).toHaveLength(0);
    expect((await seen(until)).data).toHaveLength(1);
    await run((tx) => snoozeTask(tx, { id, until: null }), at(now));
    expect((await seen(now)).data).toHaveLength(1);
    expect(await types()).toEqual(['task.created', 'task.snoozed', 'task.snoozed']);
  });

  it('refuses the past and what is finished; beginning it wakes it', async () => {
    const id = await add();
    expect((await refusalOf(run((tx) => snoozeTask(tx, { id, until: now }), at(now)))).code).toBe('invalid_input');
    await run((tx) => snoozeTask(tx, { id, until }), at(now));
    await run((tx) => moveTask(tx, { id, state: 'doing' }));
    expect((await read(id)).snoozedUntil).toBeNull();
    await run((tx) => moveTask(tx, { id, state: 'done' }));
    expect((await refusalOf(run((tx) => snoozeTask(tx, { id, until }), at(now)))).code).toBe('invalid_state');
  });
});

describe('changeTasks', () => {
  it('changes those that can, names those that cannot and why, and counts what was so already as neither', async () => {
    const other = await createTestWorkspace();
    const theirs = await inWorkspace(other.ctx(), (tx) => createTask(tx, { title: 'Theirs', source: 'person' }));
    const [open, cancelled, done] = [await add(), await add(), await add()];
    await run((tx) => moveTask(tx, { id: cancelled, state: 'cancelled' }));
    await run((tx) => moveTask(tx, { id: done, state: 'done' }));
    const change = { kind: 'state', state: 'done' } as const;
    const ids = [open, cancelled, done, theirs.id, open];
    const report = await run((tx) => changeTasks(tx, { ids, change }));
    expect(report.changed).toBe(1);
    expect(report.refused).toHaveLength(2);
    expect(report.refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: encodeId('task', cancelled), reason: 'invalid_state' }),
        expect.objectContaining({ id: encodeId('task', theirs.id), reason: 'not_found' }),
      ]),
    );
    expect((await inWorkspace(other.ctx(), (tx) => getTask(tx, theirs.id))).state).toBe('open');
  });

  it('gives a thousand to someone in one transaction with an event for each, and nothing when one is refused for all', async () => {
    const ids = await run(async (tx) => {
      const made = [];
      for (let count = 0; count < 1_000; count += 1)
        made.push((await createTask(tx, { title: `Task ${count}`, source: 'person' })).id);
      return made;
    });
    const foreign = (await createTestWorkspace()).members.admin.membershipId;
    const give = (assigneeId: string) =>
      run((tx) => changeTasks(tx, { ids, change: { kind: 'assignee', assigneeId } }));
    expect((await refusalOf(give(foreign))).code).toBe('not_found');
    expect(await give(workspace.members.legal.membershipId)).toEqual({ changed: 1_000, refused: [] });
    expect((await eventsOf(workspace.ctx(), 'task.assigned')).length).toBe(1_000);
    expect(await give(workspace.members.legal.membershipId)).toEqual({ changed: 0, refused: [] });
  });

  it('leaves a series its day', async () => {
    const [one, series] = [await add({ due: monday }), await add({ due: monday, recurrence: { every: 'day' } })];
    const report = await run((tx) => changeTasks(tx, { ids: [one, series], change: { kind: 'due', due: null } }));
    expect(report).toMatchObject({ changed: 1, refused: [{ id: encodeId('task', series), reason: 'needs_due' }] });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTask } from '@/features/tasks/commands/create-task';
import { moveTask } from '@/features/tasks/commands/move-task';
import { updateTask } from '@/features/tasks/commands/update-task';
import { findTasks } from '@/features/tasks/queries/find-tasks';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import type { CreateTaskInput } from '@/features/tasks/schemas/task-commands';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator } from '../../../support/creators';

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
const list = async (filter: Record<string, unknown> = {}) =>
  (await run((tx) => findTasks(tx, findTasksSchema.parse(filter)))).data;
const monday = { on: '2026-11-23', time: null, zone: 'Europe/Berlin' };

describe('a series', () => {
  const ctx = () => workspace.ctx('marketer', { now: new Date('2026-11-23T09:00:00Z') });
  const done = (id: string) => run((tx) => moveTask(tx, { id, state: 'done' }), ctx());
  const open = () => list({ sort: 'due' });

  it('goes on once when one is done by two at once: same person, thing and time, the next day of the rule', async () => {
    const creatorId = await addCreator(workspace.ctx());
    const assigneeId = workspace.members.finance.membershipId;
    const due = { ...monday, time: '17:00' };
    const id = await add({ due, assigneeId, creatorId, recurrence: { every: 'week', days: [1, 3] } });
    await Promise.all([done(id), done(id), done(id)]);
    expect(await open()).toMatchObject([
      {
        title: 'Ask Mia for the invoice',
        due: { on: '2026-11-25', time: '17:00', zone: 'Europe/Berlin' },
        assignee: { name: 'Test finance' },
        creator: { displayName: 'Ada Creator' },
        recurrence: { every: 'week', days: [1, 3] },
        source: 'recurrence',
      },
    ]);
  });

  it('takes the next back when the one before is opened again, and makes it anew when that is done', async () => {
    const id = await add({ due: monday, recurrence: { every: 'day' } });
    await done(id);
    await run((tx) => moveTask(tx, { id, state: 'open' }), ctx());
    expect((await open()).map((task) => task.due?.on)).toEqual(['2026-11-23']);
    await done(id);
    expect((await open()).map((task) => task.due?.on)).toEqual(['2026-11-24']);
  });

  it('keeps a next that somebody has touched, and makes no third', async () => {
    const id = await add({ due: monday, recurrence: { every: 'day' } });
    await done(id);
    const [next] = await run((tx) => tx.rows<{ id: string }>(sql`select id from task where previous_id = ${id}::uuid`));
    await run((tx) => updateTask(tx, { id: next!.id, note: 'mine' }));
    await run((tx) => moveTask(tx, { id, state: 'open' }), ctx());
    await done(id);
    expect(await open()).toMatchObject([{ note: 'mine' }]);
  });

  it('ends when one is cancelled, and gives nothing more to who left', async () => {
    const { membershipId } = workspace.members.viewer;
    const id = await add({ due: monday, recurrence: { every: 'day' }, assigneeId: membershipId });
    await run((tx) => tx.execute(sql`update membership set removed_at = now() where id = ${membershipId}::uuid`));
    await done(id);
    const [next] = await open();
    expect(next).toMatchObject({ assignee: null, due: { on: '2026-11-24' } });
    const nextId = (
      await run((tx) => tx.rows<{ id: string }>(sql`select id from task where previous_id = ${id}::uuid`))
    )[0]!.id;
    await run((tx) => moveTask(tx, { id: nextId, state: 'cancelled' }));
    expect(await open()).toEqual([]);
  });
});

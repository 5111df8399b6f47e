import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { decideCreator } from '@/features/threads/commands/decide-creator';
import { attachCreator, createFromSender, ignoreSender } from '@/features/threads/commands/triage-thread';
import { findThreads } from '@/features/threads/queries/find-threads';
import { getThread } from '@/features/threads/queries/get-thread';
import { findThreadsSchema } from '@/features/threads/schemas/find-threads';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { eventsOf, refusalOf } from '../../../support/creators';
import { receive } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await createMailingWorkspace();
});

const run = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(here.ctx, work);
const read = (id: string) => run((tx) => getThread(tx, id));
const view = async (name: string) =>
  (await run((tx) => findThreads(tx, findThreadsSchema.parse({ view: name })))).data.map(({ subject }) => subject);
const arrive = async (subject: string, from = 'Nora New <nora@new.example>') =>
  (await receive(here.ctx, here.mailboxId, { subject, from }))?.threadId ?? '';

it('makes a creator of a sender, and everything else of theirs is about them', async () => {
  const first = await arrive('First');
  const second = await arrive('Second');
  await arrive('Other', 'Otto <otto@new.example>');
  expect((await view('triage')).sort()).toEqual(['First', 'Other', 'Second']);
  expect(await view('unassigned')).toEqual([]);
  const creatorId = await run((tx) => createFromSender(tx, { id: first }));
  expect(await view('triage')).toEqual(['Other']);
  for (const id of [first, second])
    expect(await read(id)).toMatchObject({
      triage: false,
      creators: [{ id: encodeId('creator', creatorId), displayName: 'Nora New', state: 'confirmed' }],
      messages: { data: [{ creatorId: encodeId('creator', creatorId) }] },
    });
  const third = await arrive('Third');
  expect(await read(third)).toMatchObject({ triage: false, creators: [{ displayName: 'Nora New' }] });
});

it('attaches to a creator, who has the address from then on', async () => {
  const creatorId = await here.addWritable({ displayName: 'Nora' });
  const id = await arrive('Hello');
  await Promise.all([1, 2, 3].map(() => run((tx) => attachCreator(tx, { id, creatorId, keepAddress: true }))));
  expect(await read(id)).toMatchObject({ triage: false, creators: [{ displayName: 'Nora' }] });
  expect(await read(await arrive('Again'))).toMatchObject({ triage: false, creators: [{ displayName: 'Nora' }] });
  expect(await eventsOf(here.ctx, 'thread.attributed')).toMatchObject([
    { subjectId: id, creatorId, payload: { decision: 'confirmed' } },
  ]);
});

it('says when the sender would be a creator twice, and what is there', async () => {
  await here.addWritable({ displayName: 'Nora New' });
  const id = await arrive('Hello');
  const refusal = await refusalOf(run((tx) => createFromSender(tx, { id })));
  expect(refusal).toMatchObject({ code: 'conflict', details: { reason: 'possible_duplicate' } });
  expect(await read(id)).toMatchObject({ triage: true, creators: [] });
});

it('ignores a sender: what waits is done, what comes too, until they are wanted again', async () => {
  const id = await arrive('One');
  await arrive('Two');
  expect(await run((tx) => ignoreSender(tx, { id, ignore: true }))).toBe(2);
  expect(await run((tx) => ignoreSender(tx, { id, ignore: true }))).toBe(0);
  expect(await view('triage')).toEqual([]);
  expect(await read(await arrive('Three'))).toMatchObject({ state: 'done', triage: false });
  await run((tx) => ignoreSender(tx, { id, ignore: false }));
  expect(await view('triage')).toEqual(['One']);
  expect(await eventsOf(here.ctx, 'thread.sender_ignored')).toMatchObject([
    { payload: { address: 'nora@new.example', ignored: true } },
    { payload: { ignored: false } },
  ]);
});

it('confirms or refuses whom a mail named, and only them', async () => {
  const creatorId = await here.addWritable({ displayName: 'Zoë' });
  const stranger = await here.addWritable({ displayName: 'Nobody' });
  const id = await arrive('Hello');
  await run((tx) =>
    tx.execute(sql`
      insert into thread_creator (workspace_id, thread_id, creator_id, state, reason)
      values (${tx.ctx.workspaceId}::uuid, ${id}::uuid, ${creatorId}::uuid, 'proposed', 'about Zoë')`),
  );
  expect(await read(id)).toMatchObject({ creators: [{ state: 'proposed', reason: 'about Zoë' }] });
  const unnamed = run((tx) => decideCreator(tx, { id, creatorId: stranger, decision: 'confirmed' }));
  expect((await refusalOf(unnamed)).code).toBe('not_found');
  await run((tx) => decideCreator(tx, { id, creatorId, decision: 'refused' }));
  expect(await read(id)).toMatchObject({ triage: true, creators: [] });
  await run((tx) => decideCreator(tx, { id, creatorId, decision: 'confirmed' }));
  expect(await read(id)).toMatchObject({ triage: false, creators: [{ displayName: 'Zoë', state: 'confirmed' }] });
  const other = await createTestWorkspace();
  const foreign = inWorkspace(other.ctx(), (tx) => decideCreator(tx, { id, creatorId, decision: 'refused' }));
  expect((await refusalOf(foreign)).code).toBe('not_found');
});

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStage } from '@/features/creators/commands/set-stage';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { cancelImport } from '@/features/imports/commands/cancel-import';
import { mapImport } from '@/features/imports/commands/map-import';
import { pauseImport } from '@/features/imports/commands/pause-import';
import { resumeImport } from '@/features/imports/commands/resume-import';
import { startImport } from '@/features/imports/commands/start-import';
import { findImportRows } from '@/features/imports/queries/find-import-rows';
import { getImport } from '@/features/imports/queries/get-import';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { decodeId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';
import { dumpCreators } from '../../../support/dump-creators';
import { importList, mapFile, readImport, takeBack, tryImport, work } from '../../../support/imports';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
});
beforeEach(async () => {
  workspace = await createTestWorkspace();
});
afterAll(() => database.close());

const ctx = () => workspace.ctx();
const dump = () => dumpCreators(database.ownerUrl, workspace.id);
const rowsOf = async (id: string) =>
  (await inWorkspace(ctx(), (tx) => findImportRows(tx, { importId: decodeId('import', id), limit: 200 }))).data;
const people = (count: number, from = 1) =>
  `Name,Instagram,Email,Followers,Tags\n${Array.from({ length: count }, (_, index) => {
    const n = index + from;
    return `Person ${n},@person${n},p${n}@example.com,${n * 10},"vip,t${n % 7}"\n`;
  }).join('')}`;

describe('identity', () => {
  it('is handle, then mail, then name; a shared mail becomes a contact’s', async () => {
    const list = [
      'Name,Instagram,TikTok,Email',
      'Ann,@ann,,a@example.com',
      ',,@ann.tok,a@example.com',
      'Bob,@bob,,a@example.com',
      'ANN,,,',
      'Kim,,,',
      'Kim,,,',
    ].join('\n');
    const done = await importList(ctx(), list);
    const rows = await rowsOf(done.id);
    expect(rows.map((row) => row.outcome)).toEqual([
      'created',
      'updated',
      'created',
      'unchanged',
      'created',
      'unchanged',
    ]);
    expect(rows[1]?.creatorId).toBe(rows[0]?.creatorId);
    expect(rows[3]?.creatorId).toBe(rows[0]?.creatorId);
    const { contact, creator_contact } = await dump();
    expect(contact).toMatchObject([{ name: 'a@example.com' }]);
    expect(creator_contact).toHaveLength(2);
    expect((await importList(ctx(), list)).counts).toMatchObject({ unchanged: 6 });
  });

  it('knows who has only a manager’s address by it, also in a later list', async () => {
    const list = 'Name,Instagram,Email,Manager Email\n,,m@x.com,m@x.com\nBob,@bob,m@x.com,\n,,m@x.com,\n';
    const mapping = { 'Manager Email': 'managerEmail' };
    const first = await rowsOf((await importList(ctx(), list, { mapping })).id);
    expect(first.map((row) => row.outcome)).toEqual(['created', 'created', 'unchanged']);
    expect(first[2]?.creatorId).toBe(first[0]?.creatorId);
    expect((await importList(ctx(), list, { mapping })).counts).toMatchObject({ unchanged: 3 });
    expect((await importList(ctx(), 'Email,City\nm@x.com,Rome\n')).counts).toMatchObject({ updated: 1 });
  });

  it('rejects a name that several have, and rows without any', async () => {
    await addCreator(ctx(), { displayName: 'Kim Lee', handles: [{ platform: 'instagram', name: 'kim1' }] });
    await addCreator(ctx(), { displayName: 'Lee Kim', handles: [{ platform: 'instagram', name: 'kim2' }] });
    const done = await importList(ctx(), 'Name,City\nKim Lee,Rome\n,Oslo\n');
    expect((await rowsOf(done.id)).map((row) => row.reason)).toEqual(['ambiguous_name', 'no_identity']);
  });

  it('skips or creates anew when it is told to', async () => {
    await importList(ctx(), people(3));
    expect((await importList(ctx(), people(4), { settings: { onDuplicate: 'skip' } })).counts).toMatchObject({
      created: 1,
      skipped: 3,
    });
    expect((await importList(ctx(), people(2), { settings: { onDuplicate: 'create' } })).counts).toMatchObject({
      created: 2,
    });
    expect((await dump())['creator']).toHaveLength(6);
  });
});

it('keeps the history of followers when a later list comes, and a person’s words', async () => {
  const list = (followers: number, name = 'Ann') => `Name,Instagram,Followers,City\n${name},@ann,${followers},Rome\n`;
  await importList(ctx(), list(100), { settings: { asOf: '2026-06-01' } });
  const later = await importList(ctx(), list(150, 'Other'), { settings: { asOf: '2026-07-01' } });
  expect(later.counts).toMatchObject({ updated: 1 });
  await importList(ctx(), list(90), { settings: { asOf: '2026-05-01' } });
  const { creator, handle_metric } = await dump();
  expect(creator).toMatchObject([{ display_name: 'Ann', followers: 150 }]);
  expect(handle_metric!.map((row) => (row as { value: number }).value).sort()).toEqual([100, 150, 90].sort());
});

it('sets the numbers of new creators as the refresh would', async () => {
  await importList(ctx(), `${people(20)}Two,@two,two@example.com,7,\n`, { settings: { asOf: '2026-06-01' } });
  const before = await dump();
  const ids = before['creator']!.map((row) => (row as { id: string }).id);
  await inWorkspace(ctx(), (tx) => refreshCreatorNumbers(tx, ids));
  expect(await dump()).toEqual(before);
  expect(await eventsOf(ctx(), 'creator.created')).toHaveLength(21);
});

it('of two imports at once creates nobody twice', async () => {
  const ids = await Promise.all([mapFile(ctx(), people(2500)), mapFile(ctx(), people(2500))]);
  for (const id of ids) await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
  await work();
  const [a, b] = await Promise.all(ids.map((id) => readImport(ctx(), id)));
  expect(a!.counts.created + b!.counts.created).toBe(2500);
  // The import that began earlier but came second dates its counts before the first one's: it adds an older reading.
  const known = [a!, b!].map(({ counts }) => counts.unchanged + counts.updated);
  expect(known[0]! + known[1]!).toBe(2500);
  expect((await dump())['creator']).toHaveLength(2500);
}, 60_000);

it('counts what it would do, writes nothing, and then does exactly that', async () => {
  await importList(ctx(), people(5));
  const before = await dump();
  const id = await mapFile(ctx(), `${people(1500, 3)}Person 3,@person3,,77,\n,,,,x\n`);
  const tried = await tryImport(ctx(), id);
  expect(tried.expected).toMatchObject({ complete: true, done: 1502, rejections: [{ reason: 'no_identity' }] });
  expect(await dump()).toEqual(before);
  await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
  await work();
  expect((await readImport(ctx(), id)).counts).toEqual(tried.expected!.counts);
});

describe('states', () => {
  it('asks what is ambiguous, and takes no move that is not drawn', async () => {
    const refusal = await refusalOf(mapFile(ctx(), 'Name,Birthday\nAnn,03/04/1990\nBob,05/06/1991\n'));
    expect(refusal.details).toMatchObject({ reason: 'ambiguous', extra: { ambiguities: [{ setting: 'dateOrder' }] } });
    const id = await mapFile(ctx(), people(1));
    expect((await refusalOf(inWorkspace(ctx(), (tx) => pauseImport(tx, { id })))).code).toBe('invalid_state');
    expect((await refusalOf(inWorkspace(ctx(), (tx) => mapImport(tx, { id, version: 1 })))).code).toBe('conflict');
    await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
    await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
    expect(await eventsOf(ctx(), 'import.started')).toHaveLength(1);
    const other = await createTestWorkspace();
    expect((await refusalOf(inWorkspace(other.ctx(), (tx) => getImport(tx, id)))).code).toBe('not_found');
    expect((await refusalOf(inWorkspace(other.ctx(), (tx) => startImport(tx, { id })))).code).toBe('not_found');
  });

  it('pauses, resumes where it was, and does each row once', async () => {
    const id = await mapFile(ctx(), people(3000));
    await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
    const working = work();
    while ((await readImport(ctx(), id)).progress.done === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await inWorkspace(ctx(), (tx) => pauseImport(tx, { id }));
    await working;
    const paused = await readImport(ctx(), id);
    expect(paused).toMatchObject({ state: 'paused', counts: { rows: paused.progress.done } });
    await inWorkspace(ctx(), (tx) => resumeImport(tx, { id }));
    await work();
    expect(await readImport(ctx(), id)).toMatchObject({ state: 'completed', counts: { rows: 3000, created: 3000 } });
  });

  it('ends at once when it is cancelled, and can be taken back then', async () => {
    const before = await dump();
    const id = await mapFile(ctx(), people(3000));
    await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
    const working = work();
    while ((await readImport(ctx(), id)).progress.done === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await inWorkspace(ctx(), (tx) => cancelImport(tx, { id }));
    await working;
    const cancelled = await readImport(ctx(), id);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.counts).toMatchObject({ rows: cancelled.progress.done, created: cancelled.progress.done });
    expect((await refusalOf(inWorkspace(ctx(), (tx) => resumeImport(tx, { id })))).code).toBe('invalid_state');
    expect(await takeBack(ctx(), id)).toMatchObject({ state: 'undone', undo: { deleted: cancelled.progress.done } });
    expect(await dump()).toEqual(before);
  });
});

describe('undo', () => {
  it('keeps and names a creator somebody changed since, and lets the file create the others again', async () => {
    const done = await importList(ctx(), people(3));
    const [first] = await rowsOf(done.id);
    const creatorId = decodeId('creator', first!.creatorId!);
    await inWorkspace(ctx(), (tx) => setStage(tx, { creatorIds: [creatorId], stage: 'active' }));
    const undone = await takeBack(ctx(), decodeId('import', done.id));
    expect(undone).toMatchObject({
      state: 'undone',
      undo: { deleted: 2, keptCount: 1, kept: [{ id: first!.creatorId }] },
    });
    expect((await importList(ctx(), people(3))).counts).toMatchObject({ created: 2, unchanged: 1 });
  });

  const cell = (values: string[]) => fc.constantFrom('', ...values);
  const row = fc.tuple(
    cell(['Ann', 'Bob Bo', 'ann', 'h1']),
    cell(['@h1', '@h2', '@h3']),
    cell(['@t1', '@t2']),
    cell(['a@x.com', 'b@x.com', 'c@x.com']),
    cell(['10', '20', '30']),
    cell(['Rome', 'Oslo']),
    cell(['vip', 'VIP;new']),
    cell(['likes tea', 'is <b>bold</b>']),
    cell(['m@x.com', 'a@x.com']),
    cell(['shoe 40', 'shoe 41']),
  );
  const header = 'Name,Instagram,TikTok,Email,Followers,City,Tags,Notes,Manager Email,Shoe';
  const mapping = { Shoe: 'custom:Shoe', 'Manager Email': 'managerEmail', Notes: 'notes', Tags: 'tags' };
  const table = fc
    .array(row, { minLength: 1, maxLength: 12 })
    .map((rows) => [header, ...rows.map((one) => one.join(','))].join('\n'));

  it('restores everything exactly, and the same list twice changes nothing, whatever the list', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (earlier, list) => {
        workspace = await createTestWorkspace();
        await importList(ctx(), earlier, { mapping, settings: { asOf: '2026-01-01' } });
        const before = await dump();
        const done = await importList(ctx(), list, { mapping });
        const between = await dump();
        const again = await importList(ctx(), list, { mapping });
        expect([again.counts.created, again.counts.updated]).toEqual([0, 0]);
        expect(await dump()).toEqual(between);
        await takeBack(ctx(), decodeId('import', done.id));
        expect(await dump()).toEqual(before);
      }),
      // On a busy machine fewer lists are tried.
      { numRuns: 12, interruptAfterTimeLimit: 60_000 },
    );
  }, 200_000);

  it('counts every row of a workspace’s imports once', async () => {
    await importList(ctx(), people(10));
    const [sums] = await inWorkspace(ctx(), (tx) =>
      tx.rows<{ rows: number; done: number }>(sql`
        select count(*) as rows, (select sum(rows_done) from import) as done from import_row`),
    );
    expect(sums!.rows).toBe(sums!.done);
  });
});

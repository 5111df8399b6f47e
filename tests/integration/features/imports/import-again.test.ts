import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findImportRows } from '@/features/imports/queries/find-import-rows';
import { inWorkspace } from '@/platform/db/in-workspace';
import { decodeId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { dumpCreators } from '../../../support/dump-creators';
import { importList, mapFile, takeBack, tryImport } from '../../../support/imports';

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

it('gives the rows of a list imported before to whom they went then, though its addresses are shared since', async () => {
  await importList(ctx(), 'Name,Email\nAnn,b@x.com\n');
  const list = 'Name,TikTok,Email,City\nBo Bob,,b@x.com,Rome\nBob Bo,@t2,,\n,@t2,b@x.com,\n';
  const first = await importList(ctx(), list);
  expect(first.counts).toMatchObject({ created: 1, updated: 2 });
  const between = await dump();
  const id = await mapFile(ctx(), list);
  expect((await tryImport(ctx(), id)).expected?.counts).toMatchObject({ unchanged: 3 });
  const again = await importList(ctx(), list);
  expect(again.counts).toMatchObject({ unchanged: 3 });
  const creatorsOf = async (one: { id: string }) => (await rowsOf(one.id)).map((row) => row.creatorId);
  expect(await creatorsOf(again)).toEqual(await creatorsOf(first));
  expect(await dump()).toEqual(between);
  await takeBack(ctx(), decodeId('import', again.id));
  await takeBack(ctx(), decodeId('import', first.id));
  expect((await importList(ctx(), list)).counts).toMatchObject({ created: 1, updated: 2 });
});

it('asks anew whom a row is of where the list is read in another way', async () => {
  await importList(ctx(), 'Name,Instagram,Email\nAnn,@ann,a@x.com\nBob,@bob,a@x.com\n');
  const list = 'Who,Email,City\nBob,a@x.com,Rome\n';
  const unnamed = await rowsOf((await importList(ctx(), list, { mapping: { Who: 'ignore' } })).id);
  const named = await rowsOf((await importList(ctx(), list, { mapping: { Who: 'displayName' } })).id);
  expect([unnamed[0]!.creatorName, named[0]!.creatorName]).toEqual(['Ann', 'Bob']);
});

it('takes back that an address was shared, down to the words that search finds it by', async () => {
  await importList(ctx(), 'Name,Instagram,Email\nAnn,,b@x.com\nAnn,,c@x.com\n,@h1,\n');
  const before = await dump();
  const done = await importList(ctx(), 'Instagram,Email\n@h1,b@x.com\n');
  expect(done.counts).toMatchObject({ updated: 1 });
  await takeBack(ctx(), decodeId('import', done.id));
  expect(await dump()).toEqual(before);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startImport } from '@/features/imports/commands/start-import';
import { undoImport } from '@/features/imports/commands/undo-import';
import { inWorkspace } from '@/platform/db/in-workspace';
import { buildProgram, startProgram } from '../../../support/built-program';
import { createTestWorkspace, testEnvironment, useTestDatabase } from '../../../support/context';
import { dumpCreators } from '../../../support/dump-creators';
import { eventually } from '../../../support/events';
import { importList, mapFile, readImport } from '../../../support/imports';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram('tests/support/import-crash-worker.ts');
  database = await useTestDatabase();
});
afterAll(async () => {
  await database.close();
  await program.remove();
});

const rows = 8_000;
/** Every fourth row is of somebody an earlier batch made; every hundredth is of nobody. */
const list = `Name,Instagram,Email,Followers,Tags\n${Array.from({ length: rows }, (_, n) => {
  if (n % 100 === 99) return ',,,,nobody\n';
  const who = n % 4 === 3 && n > 3000 ? n - 3000 : n;
  return `Person ${who},@person${who},p${who}@example.com,${n},"vip,t${n % 9}"\n`;
}).join('')}`;

it('survives SIGKILL anywhere: each row once, nobody twice, and the undo too', async () => {
  const workspace = await createTestWorkspace();
  const ctx = () => workspace.ctx();
  const before = await dumpCreators(database.ownerUrl, workspace.id);
  const id = await mapFile(ctx(), list);
  await inWorkspace(ctx(), (tx) => startImport(tx, { id }));
  const start = () => startProgram(program.file, testEnvironment(database.appUrl));
  for (let kill = 0; kill < 3; kill += 1) {
    const { progress } = await readImport(ctx(), id);
    const worker = start();
    await eventually(async () => {
      if (worker.process.exitCode !== null) throw new Error(worker.output());
      const now = await readImport(ctx(), id);
      return now.progress.done > progress.done || now.state !== 'running';
    }, 150_000);
    await sleep(37 * kill);
    await worker.end('SIGKILL');
    const { counts, progress: after } = await readImport(ctx(), id);
    expect(counts.rows).toBe(after.done);
  }
  const successor = start();
  const done = await eventually(async () => {
    const now = await readImport(ctx(), id);
    return now.state === 'running' ? null : now;
  }, 120_000);
  expect(done).toMatchObject({ state: 'completed', counts: { rows, rejected: rows / 100 } });
  const { creator, handle } = await dumpCreators(database.ownerUrl, workspace.id);
  expect(creator).toHaveLength(done.counts.created);
  expect(new Set(handle!.map((one) => (one as { normalized_name: string }).normalized_name)).size).toBe(handle!.length);

  await inWorkspace(ctx(), (tx) => undoImport(tx, { id }));
  await eventually(async () => ((await readImport(ctx(), id)).undo?.deleted ?? 0) > 0, 60_000);
  await successor.end('SIGKILL');
  const last = start();
  await eventually(async () => (await readImport(ctx(), id)).state === 'undone', 120_000);
  expect(await last.end('SIGTERM')).toBe(0);
  expect(await dumpCreators(database.ownerUrl, workspace.id)).toEqual(before);
  expect((await importList(ctx(), list)).counts).toEqual(done.counts);
}, 900_000);

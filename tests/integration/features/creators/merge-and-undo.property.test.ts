import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { undoMerge } from '@/features/creators/commands/undo-merge';
import { getCreator } from '@/features/creators/queries/get-creator';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { isAppError } from '@/shared/errors';
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

const run = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(workspace.ctx('marketer'), work);

type Step = { merge: [number, number]; keep: boolean } | { undo: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ merge: fc.tuple(fc.nat(3), fc.nat(3)), keep: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(10) }) },
);

/** Merges that stand, in the order they were made. */
let standing: string[];

test('any run of merges and undos, with all undone at the end, ends where it began and loses no row', async () => {
  let merges = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      workspace = await createTestWorkspace();
      standing = [];
      const ids = await createFour();
      const before = await records(ids);
      for (const one of steps) await ('undo' in one ? undoOne(one.undo) : mergeTwo(ids, one));
      merges += standing.length;
      while (standing.length > 0) await undoOne(standing.length - 1);
      expect(await records(ids)).toEqual(before);
    }),
    { numRuns: 15, examples: [[[{ merge: [0, 1], keep: true }, { merge: [0, 2], keep: true }, { undo: 0 }]]] },
  );
  expect(merges).toBeGreaterThan(10);
}, 120_000);

async function createFour(): Promise<string[]> {
  const ids: string[] = [];
  for (const n of [0, 1, 2, 3])
    ids.push(
      await addCreator(workspace.ctx(), {
        displayName: `N${n}`,
        city: n % 2 ? `City ${n}` : undefined,
        tags: [`tag ${n}`],
        languages: n === 3 ? ['fr'] : [],
        doNotContact: n === 1,
        handles: [{ platform: 'x', name: `handle${n}` }],
        emails: n === 2 ? [{ address: 'two@example.org' }] : [],
      }),
    );
  return ids;
}

async function mergeTwo(ids: readonly string[], { merge, keep }: { merge: [number, number]; keep: boolean }) {
  const [survivorId = '', mergedId = ''] = merge.map((n) => ids[n]);
  const root = await run((tx) => tx.db.creator.findFirst({ where: { id: mergedId } }));
  const choice: Record<string, string> = keep ? { displayName: root?.rootId ?? '' } : {};
  const id = await run((tx) => mergeCreators(tx, { survivorId, mergedIds: [mergedId], keep: choice })).catch(refused);
  if (id) standing.push(id);
}

async function undoOne(position: number): Promise<void> {
  const id = standing[position % Math.max(standing.length, 1)];
  if (!id) return;
  const undone = await run((tx) => undoMerge(tx, { id }).then(() => id)).catch(refused);
  standing = standing.filter((one) => one !== undone);
}

function refused(error: unknown): null {
  if (isAppError(error)) return null;
  throw error;
}

async function records(ids: readonly string[]) {
  const found = [];
  for (const id of ids) {
    const { version: _version, updatedAt: _updatedAt, ...record } = await run((tx) => getCreator(tx, id));
    found.push(record);
  }
  return found;
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { createNote } from '@/features/creators/commands/create-note';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { undoMerge } from '@/features/creators/commands/undo-merge';
import { countCreators } from '@/features/creators/queries/count-creators';
import { findCreators } from '@/features/creators/queries/find-creators';
import { inWorkspace } from '@/platform/db/in-workspace';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
const ids: Record<string, string> = {};
beforeAll(async () => {
  database = await useTestDatabase();
  workspace = await createTestWorkspace();
  const ctx = workspace.ctx();
  const add = async (displayName: string, input: Record<string, unknown> = {}) => {
    ids[displayName] = await addCreator(ctx, { displayName, ...input });
  };
  await add('Élodie Müller', { emails: [{ address: 'elodie.m@studio-nord.example' }] });
  await add('𝓐𝓷𝓷𝓪 Schneider', { handles: [{ platform: 'instagram', name: 'anna.schneider_77' }] });
  await add('Мария Иванова');
  await add('高橋 花子');
  await add('مريم الخطيب');
  await add('🔥🔥');
  await add('100% Real_Name');
  await add('Noted Person');
  await inWorkspace(ctx, (tx) =>
    createNote(tx, { creatorId: ids['Noted Person']!, html: '<p>Prefers whitelisting over boosting</p>' }),
  );
});
afterAll(() => database.close());

async function search(q: string, of = workspace): Promise<string[]> {
  const page = await inWorkspace(of.ctx(), (tx) => findCreators(tx, { q, limit: 50 }));
  const byName = await inWorkspace(of.ctx(), (tx) => findCreators(tx, { q, sort: 'name', limit: 50 }));
  const names = page.data.map((row) => row.displayName);
  // Whatever the order, a search finds the same people, and counts them.
  expect(byName.data.map((row) => row.displayName).sort()).toEqual([...names].sort());
  expect((await inWorkspace(of.ctx(), (tx) => countCreators(tx, { q }))).value).toBe(names.length);
  return names;
}

describe('search', () => {
  it.each([
    ['a fragment', 'chneid', '𝓐𝓷𝓷𝓪 Schneider'],
    ['a name without its diacritics', 'elodie muller', 'Élodie Müller'],
    ['diacritics that it does not have', 'ännä', '𝓐𝓷𝓷𝓪 Schneider'],
    ['mathematical letters', '𝓼𝓬𝓱𝓷𝓮𝓲𝓭𝓮𝓻', '𝓐𝓷𝓷𝓪 Schneider'],
    ['full-width letters', 'Ｅｌｏｄｉｅ', 'Élodie Müller'],
    ['words in another order', 'müller élodie', 'Élodie Müller'],
    ['a typo', 'shneider', '𝓐𝓷𝓷𝓪 Schneider'],
    ['two letters turned', 'elodei', 'Élodie Müller'],
    ['a handle with its sign', '@anna.schneider', '𝓐𝓷𝓷𝓪 Schneider'],
    ['a part of a handle', 'schneider_77', '𝓐𝓷𝓷𝓪 Schneider'],
    ['an address', 'elodie.m@studio-nord.example', 'Élodie Müller'],
    ['an address with a typo', 'elodiee.m@studio-nord.example', 'Élodie Müller'],
    ['the host of an address', 'studio-nord', 'Élodie Müller'],
    ['one letter', 'é', 'Élodie Müller'],
    ['two letters', 'el', 'Élodie Müller'],
    ['a word of a note', 'whitelisting', 'Noted Person'],
    ['the beginning of a word of a note', 'boost', 'Noted Person'],
    ['another script', 'мари', 'Мария Иванова'],
    ['a fragment in another script', 'ванов', 'Мария Иванова'],
    ['another script in capitals', 'ИВАНОВА', 'Мария Иванова'],
    ['two signs', '花子', '高橋 花子'],
    ['right-to-left letters with their mark', '\u200Fمريم\u200E', 'مريم الخطيب'],
    ['emoji', '🔥', '🔥🔥'],
    ['a percent sign', '100%', '100% Real_Name'],
    ['an underscore', 'real_n', '100% Real_Name'],
  ])('finds by %s', async (_, q, name) => {
    expect(await search(q)).toContain(name);
  });

  it('takes wildcards, quotes and operators for what they are', async () => {
    for (const q of ['%', '_', '\\', "'", '"', '%%%', '___', '&', '!', '(a|b):*', ':*', 'a\'b"c\\d%_', '<->', '\u200F'])
      await search(q);
    expect(await search('R__l')).toEqual([]);
  });

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        await search(text.replaceAll('\0', ''));
      }),
      { numRuns: 60 },
    );
    await search('x'.repeat(10_000));
    await search('müller '.repeat(140));
  });

  it('puts who begins with the words before who only holds them', async () => {
    const of = await createTestWorkspace();
    for (const displayName of ['Joanna', 'Anna Ott', 'Max Anna']) await addCreator(of.ctx(), { displayName });
    expect(await search('anna', of)).toEqual(['Anna Ott', 'Max Anna', 'Joanna']);
  });

  it('goes on where the page before ended', async () => {
    const of = await createTestWorkspace();
    for (let n = 0; n < 25; n += 1)
      await addCreator(of.ctx(), { displayName: n % 2 ? `Anna ${n}` : `Joanna ${n % 6}` });
    const find = (limit: number, cursor?: string) =>
      inWorkspace(of.ctx(), (tx) => findCreators(tx, { q: 'anna', limit, cursor }));
    const whole = (await find(50)).data.map((row) => row.id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await find(4, cursor);
      paged.push(...page.data.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(whole).toHaveLength(25);
    expect(paged).toEqual(whole);
  });

  it('knows the merged by the one that stayed, and both again once it is undone', async () => {
    const of = await createTestWorkspace();
    const ctx = of.ctx();
    const survivorId = await addCreator(ctx, { displayName: 'Stays Here' });
    const goes = await addCreator(ctx, { displayName: 'Wanders Off' });
    const mergeId = await inWorkspace(ctx, (tx) => mergeCreators(tx, { survivorId, mergedIds: [goes] }));
    expect(await search('wanders', of)).toEqual(['Stays Here']);
    await inWorkspace(ctx, (tx) => undoMerge(tx, { id: mergeId! }));
    expect(await search('wanders', of)).toEqual(['Wanders Off']);
    expect(await search('stays', of)).toEqual(['Stays Here']);
  });

  it('forgets the archived and keeps to its workspace', async () => {
    const of = await createTestWorkspace();
    const id = await addCreator(of.ctx(), { displayName: 'Uniquely Named' });
    expect(await search('uniquely', of)).toEqual(['Uniquely Named']);
    expect(await search('uniquely')).toEqual([]);
    await inWorkspace(of.ctx(), (tx) => archiveCreators(tx, { creatorIds: [id] }));
    expect(await search('uniquely', of)).toEqual([]);
  });
});

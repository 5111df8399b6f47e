import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraft, type BatchDraft, type OnDuplicate, type RunFacts } from '@/features/imports/model/batch-draft';
import { decideRow } from '@/features/imports/model/decide-row';
import { createDirectory } from '@/features/imports/model/directory';
import { matchRow } from '@/features/imports/model/match-row';
import { createTouchedKeys } from '@/features/imports/model/touched-keys';
import { importFile, type ImportedFile } from '../../../../support/import-file';

const header = 'Name,Instagram,TikTok,Email,Followers,City,Tags,Notes,Manager Email';
const cell = (...values: string[]) => fc.constantFrom('', ...values);
const row = fc
  .tuple(
    cell('Ann', 'Bob Bo', 'Bo Bob', 'ÀNN', 'h1'),
    cell('@h1', '@h2', '@h3', '@🔥'),
    cell('@t1', '@t2'),
    cell('a@x.com', 'b@x.com', 'm@x.com'),
    cell('10', '20k'),
    cell('Rome', 'Oslo'),
    cell('vip', 'VIP;new'),
    cell('likes tea'),
    cell('m@x.com', 'a@x.com'),
  )
  .map((cells) => cells.join(','));
const table = fc.array(row, { minLength: 1, maxLength: 14 }).map((rows) => [header, ...rows].join('\n'));
const mapping = { 'Manager Email': 'managerEmail' as const };

const factsOf = (onDuplicate: OnDuplicate): RunFacts => ({
  onDuplicate,
  asOf: Date.UTC(2026, 5, 1),
  fileName: 'list.csv',
  members: new Map(),
  touchedCreators: createTouchedKeys(),
  touchedHandles: createTouchedKeys(),
});

type World = Pick<BatchDraft, 'directory' | 'customFields' | 'knownTags'>;
const nobody = (): World => ({ directory: createDirectory(), customFields: new Map(), knownTags: new Set() });

interface Decided {
  onDuplicate?: OnDuplicate;
  /** What was decided when the file was imported before. */
  before?: BatchDraft;
}

/** Decides every row of a file over what is known, and makes it known. */
function decide({ source, rows }: ImportedFile, world: World, { onDuplicate = 'merge', before }: Decided = {}) {
  const draft = { ...createDraft(factsOf(onDuplicate)), ...world };
  for (const { rowNumber, creatorId } of before?.rows ?? []) if (creatorId) draft.earlier.set(rowNumber, creatorId);
  rows.forEach((parsed, index) => decideRow(draft, source[index]!, parsed));
  for (const creator of draft.created.values()) creator.version = 1;
  return draft;
}

const list = (...lines: string[]) => importFile([header, ...lines].join('\n'), { mapping });

describe('decideRow', () => {
  it('gives each row one outcome in the order of the file, and counts as created whom it made', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('merge', 'skip', 'create'), async (content, onDuplicate) => {
        const file = await importFile(content, { mapping });
        const draft = decide(file, nobody(), { onDuplicate });
        expect(draft.rows.map((one) => one.rowNumber)).toEqual(file.source.map((one) => one.rowNumber));
        const created = draft.rows.filter((one) => one.outcome === 'created').map((one) => one.creatorId);
        expect(created).toEqual([...draft.created.keys()]);
        for (const { outcome, reason, creatorId, cells } of draft.rows) {
          expect(reason !== null).toBe(outcome === 'rejected' || outcome === 'skipped');
          expect(creatorId === null).toBe(outcome === 'rejected');
          expect(cells).toHaveLength(9);
        }
      }),
    );
  });

  it('changes nothing the second time, and finds the same people', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (earlier, content) => {
        const world = nobody();
        decide(await importFile(earlier, { mapping }), world);
        const file = await importFile(content, { mapping });
        const before = decide(file, world);
        const again = decide(file, world, { before });
        expect(again.rows.filter((one) => one.outcome !== 'unchanged' && one.outcome !== 'rejected')).toEqual([]);
        expect(again.rows.map((one) => one.creatorId)).toEqual(before.rows.map((one) => one.creatorId));
      }),
    );
  });

  it('leaves a name the second time that has become that of an account since', async () => {
    const world = nobody();
    decide(await list('h1,,@t2,,,,,,'), world);
    const file = await list('Ann,,@t2,,,,,,', ',@h1,@t2,,,,,,');
    const before = decide(file, world);
    const again = decide(file, world, { before });
    expect(again.rows.map((one) => one.outcome)).toEqual(['unchanged', 'unchanged']);
  });

  it('gives no account to two creators', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (earlier, content) => {
        const world = nobody();
        decide(await importFile(earlier, { mapping }), world);
        decide(await importFile(content, { mapping }), world);
        const accounts = [...world.directory.creators.values()].flatMap((creator) =>
          creator.handles.map((handle) => `${handle.platform} ${handle.normalized}`),
        );
        expect(new Set(accounts).size).toBe(accounts.length);
      }),
    );
  });

  it('lets a later row of the list fill, not overwrite', async () => {
    const world = nobody();
    const file = await list('Ann,@h1,,,10,Rome,,,', 'Ann B,@h1,,,99,Oslo,vip,,');
    const draft = decide(file, world);
    expect(draft.rows.map((one) => one.outcome)).toEqual(['created', 'updated']);
    const [ann] = world.directory.creators.values();
    expect(ann).toMatchObject({ fields: { displayName: 'Ann', city: 'Rome' }, tags: new Set(['vip']) });
    expect(draft.metrics.map((one) => one.value)).toEqual([10]);
  });
});

describe('matchRow', () => {
  it('goes by handle before mail before name, whatever else the row says', async () => {
    const world = nobody();
    const known = await list('Ann,@h1,,a@x.com,,,,,', 'Bob Bo,@h2,,b@x.com,,,,,', 'Cleo,,,,,,,,');
    const [ann, bob, cleo] = decide(known, world).rows.map((one) => one.creatorId);
    const asked = await list('Bob Bo,@h1,,b@x.com,,,,,', 'Ann,,,b@x.com,,,,,', 'BO BÖB,,,,,,,,', 'cleo,@h3,,,,,,,');
    expect(asked.rows.map((one) => matchRow(world.directory, one).creator?.id)).toEqual([ann, bob, bob, cleo]);
  });

  it('leaves a row with whom it was of before, unless its handle or an own address is another’s', async () => {
    const world = nobody();
    const known = await list('Ann,@h1,,a@x.com,,,,,', 'Bob Bo,@h2,,b@x.com,,,,,', 'Cleo,@h3,,a@x.com,,,,,');
    const [ann, bob, cleo] = decide(known, world).rows.map((one) => one.creatorId);
    const asked = await list(
      'Cleo,,,a@x.com,,,,,',
      'Cleo,,,,,,,,',
      'Cleo,,,b@x.com,,,,,',
      'Cleo,@h3,,a@x.com,,,,,',
      'Cleo,,@t1,a@x.com,,,,,',
      'Bob Bo,@h4,,a@x.com,,,,,',
    );
    const match = (earlierId?: string) =>
      asked.rows.map((one) => matchRow(world.directory, one, earlierId).creator?.id ?? null);
    expect(match()).toEqual([cleo, cleo, bob, cleo, cleo, null]);
    expect(match(ann!)).toEqual([ann, ann, bob, cleo, ann, null]);
  });

  it('takes another account on the same platform for another person, whatever the mail and the name', async () => {
    const world = nobody();
    decide(await list('Ann,@h1,,a@x.com,,,,,'), world);
    const asked = await list('Ann,@h3,,a@x.com,,,,,', 'Ann,,@t1,a@x.com,,,,,');
    expect(asked.rows.map((one) => matchRow(world.directory, one).creator !== undefined)).toEqual([false, true]);
  });
});

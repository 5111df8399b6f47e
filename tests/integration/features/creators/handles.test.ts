import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addHandle } from '@/features/creators/commands/add-handle';
import { recordAudienceSnapshot } from '@/features/creators/commands/record-audience-snapshot';
import { recordHandleMetrics } from '@/features/creators/commands/record-handle-metrics';
import { removeHandle } from '@/features/creators/commands/remove-handle';
import { setPrimaryHandle } from '@/features/creators/commands/set-primary-handle';
import { updateHandle } from '@/features/creators/commands/update-handle';
import { findHandles } from '@/features/creators/queries/find-handles';
import { getCreator } from '@/features/creators/queries/get-creator';
import { handleSchema } from '@/features/creators/schemas/handle';
import { recordAudienceSchema } from '@/features/creators/schemas/handle-commands';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { decodeId, encodeId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let creatorId: string;
let handleId: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  creatorId = await addCreator(workspace.ctx(), { handles: [{ platform: 'instagram', name: 'ada' }] });
  handleId = decodeId('handle', (await record()).handles[0]?.id ?? '');
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = workspace.ctx('marketer')) => inWorkspace(ctx, work);
const record = (id = creatorId) => run((tx) => getCreator(tx, id));
const newTypes = async () =>
  (await eventsOf(workspace.ctx()))
    .map((event) => event.type)
    .filter((type) => /^(handle|email|phone|contact)/.test(type));
const handle = (platform: string, name: string) => handleSchema.parse({ platform, name });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('handles', () => {
  test('are added once, made primary and removed, each with one event', async () => {
    const add = (tx: Tx) => addHandle(tx, { creatorId, handle: handle('tiktok', '@ada.tok') });
    const id = await run(add);
    expect(await run(add)).toBe(id);
    expect(await record()).toMatchObject({
      primaryHandle: 'ada',
      handles: [{ name: 'ada', isPrimary: true }, { name: 'ada.tok' }],
    });
    await run((tx) => setPrimaryHandle(tx, { id }));
    await run((tx) => setPrimaryHandle(tx, { id }));
    expect(await record()).toMatchObject({
      primaryPlatform: 'tiktok',
      primaryHandle: 'ada.tok',
      handles: [{ isPrimary: true }, { isPrimary: false }],
    });
    await run((tx) => removeHandle(tx, { id }));
    await run((tx) => removeHandle(tx, { id }));
    expect(await record()).toMatchObject({ primaryHandle: 'ada', handles: [{ name: 'ada' }] });
    expect(await newTypes()).toEqual(['handle.added', 'handle.made_primary', 'handle.removed']);
  });

  test('of another creator are refused with who has it, unless said otherwise', async () => {
    const other = await addCreator(workspace.ctx(), { displayName: 'Other' });
    const input = { creatorId: other, handle: handle('instagram', 'ADA') };
    const refusal = await refusalOf(run((tx) => addHandle(tx, input)));
    expect(refusal.details).toMatchObject({ reason: 'possible_duplicate', extra: { candidates: [{ why: 'handle' }] } });
    await run((tx) => addHandle(tx, { ...input, allowDuplicate: true }));
  });

  test('keep the names they had when they are renamed', async () => {
    const rename = (tx: Tx) => updateHandle(tx, { id: handleId, name: 'https://instagram.com/ada.new' });
    await run(rename);
    await run(rename);
    expect(await run((tx) => findHandles(tx, creatorId))).toMatchObject([
      { name: 'ada.new', url: 'https://www.instagram.com/ada.new/', names: [{ name: 'ada', source: 'person' }] },
    ]);
    expect((await record()).primaryHandle).toBe('ada.new');
    expect(await newTypes()).toEqual(['handle.updated']);
    const elsewhere = await refusalOf(run((tx) => updateHandle(tx, { id: handleId, name: 'https://tiktok.com/@ada' })));
    expect(elsewhere.details.fields).toMatchObject([{ path: 'name' }]);
    expect((await refusalOf(run((tx) => updateHandle(tx, { id: handleId, name: 'no spaces' })))).code).toBe(
      'invalid_input',
    );
  });

  test('show the newest number, whatever the order reports come in; each report once', async () => {
    const report = (asOf: string, followers: number) => (tx: Tx) =>
      recordHandleMetrics(tx, {
        handleId,
        asOf: day(asOf),
        source: 'Modash',
        metrics: { followers, engagement_rate: 0.034 },
      });
    expect(await run(report('2026-03-01', 1200))).toBe(2);
    expect(await run(report('2026-03-01', 1200))).toBe(0);
    await run(report('2026-01-01', 900));
    expect(await record()).toMatchObject({
      followers: 1200,
      followersAsOf: '2026-03-01T00:00:00.000Z',
      engagementRate: 0.034,
      handles: [
        {
          followers: 1200,
          historyCount: 4,
          metrics: [{ metric: 'engagement_rate' }, { metric: 'followers', source: 'Modash' }],
        },
      ],
    });
    await run((tx) => addHandle(tx, { creatorId, handle: handle('youtube', 'ada') }));
    expect((await run((tx) => findHandles(tx, creatorId)))[0]?.history).toHaveLength(4);
    expect(await newTypes()).toEqual(['handle.added']);
  });

  test('two reports at once are both kept', async () => {
    const report = (n: number) => (tx: Tx) =>
      recordHandleMetrics(tx, { handleId, asOf: day(`2026-01-0${n}`), source: 's', metrics: { followers: n } });
    await Promise.all([1, 2, 3, 4].map((n) => run(report(n))));
    expect(await record()).toMatchObject({ followers: 4, handles: [{ historyCount: 4 }] });
  });

  test('carry audiences whose shares are shares', async () => {
    const input = {
      handleId: encodeId('handle', handleId),
      asOf: '2026-02-01T00:00:00+01:00',
      source: 'media kit',
      countries: { DE: 0.6, AT: 0.2 },
      authenticity: 0.9,
    };
    const snapshot = (tx: Tx) => recordAudienceSnapshot(tx, recordAudienceSchema.parse(input));
    expect(await run(snapshot)).toBe(await run(snapshot));
    expect((await record()).handles[0]?.audience).toEqual({
      asOf: '2026-01-31T23:00:00.000Z',
      source: 'media kit',
      countries: { DE: 0.6, AT: 0.2 },
      ages: null,
      genders: null,
      languages: null,
      authenticity: 0.9,
    });
    expect(recordAudienceSchema.safeParse({ ...input, countries: { DE: 0.7, AT: 0.7 } }).success).toBe(false);
    expect(recordAudienceSchema.safeParse({ ...input, authenticity: 1.2 }).success).toBe(false);
  });
});

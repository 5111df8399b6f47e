import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { assignOwner } from '@/features/creators/commands/assign-owner';
import { patchCreator } from '@/features/creators/commands/patch-creator';
import { restoreCreators } from '@/features/creators/commands/restore-creators';
import { setDoNotContact } from '@/features/creators/commands/set-do-not-contact';
import { setMinor } from '@/features/creators/commands/set-minor';
import { setStage } from '@/features/creators/commands/set-stage';
import { tagCreators } from '@/features/creators/commands/tag-creators';
import { updateCreator } from '@/features/creators/commands/update-creator';
import { updatePreferences } from '@/features/creators/commands/update-preferences';
import { getCreator } from '@/features/creators/queries/get-creator';
import type { Tx } from '@/platform/db/in-workspace';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId, newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let id: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  id = await addCreator(workspace.ctx(), {
    displayName: 'Nils',
    city: 'Bergen',
    emails: [{ address: 'n@example.no' }],
  });
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = workspace.ctx('marketer')) => inWorkspace(ctx, work);
const record = () => run((tx) => getCreator(tx, id));
const newEvents = async () =>
  (await eventsOf(workspace.ctx())).filter((event) => event.type !== 'creator.created' && event.creatorId === id);

describe('updateCreator', () => {
  test('changes what is given, empties what is null, and says from what to what', async () => {
    const version = await run((tx) =>
      updateCreator(tx, {
        id,
        version: 1,
        displayName: 'Nils Å',
        city: null,
        sizes: { shoe: '44' },
        birthday: '2001-01-31',
      }),
    );
    expect(version).toBe(2);
    expect(await record()).toMatchObject({
      displayName: 'Nils Å',
      city: null,
      sizes: { shoe: '44' },
      birthday: '2001-01-31',
      version: 2,
    });
    expect(await newEvents()).toMatchObject([
      {
        type: 'creator.updated',
        payload: {
          changes: {
            displayName: { from: 'Nils', to: 'Nils Å' },
            city: { from: 'Bergen', to: null },
            sizes: { from: null, to: { shoe: '44' } },
            birthday: { from: null, to: '2001-01-31' },
          },
        },
      },
    ]);
  });

  test('again with the same input is success without an event; another change over a stale version is a conflict', async () => {
    const input = { id, version: 1, city: 'Oslo' };
    await run((tx) => updateCreator(tx, input));
    expect(await run((tx) => updateCreator(tx, input))).toBe(2);
    expect(await newEvents()).toHaveLength(1);
    const refusal = await refusalOf(run((tx) => updateCreator(tx, { id, version: 1, city: 'Moss' })));
    expect(refusal.code).toBe('conflict');
    expect(refusal.details).toMatchObject({ reason: 'stale_version', extra: { version: 2 } });
  });

  test('of two at once over one version, one wins and the other is told', async () => {
    const outcomes = await Promise.allSettled(
      ['A', 'B', 'C'].map((city) => run((tx) => updateCreator(tx, { id, version: 1, city }))),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await newEvents()).toHaveLength(1);
    expect((await record()).version).toBe(2);
  });

  test('a rollback leaves nothing', async () => {
    await expect(
      run(async (tx) => {
        await updateCreator(tx, { id, city: 'Oslo' });
        throw new Error('afterwards');
      }),
    ).rejects.toThrow('afterwards');
    expect((await record()).city).toBe('Bergen');
    expect(await newEvents()).toEqual([]);
  });

  test('who does not see personal data cannot overwrite it', async () => {
    const narrow = workspace.ctx('marketer', { fields: { money: true, personal: false } });
    const refusal = await refusalOf(run((tx) => updateCreator(tx, { id, birthday: '2000-01-01' }), narrow));
    expect(refusal.code).toBe('forbidden');
    await run((tx) => updateCreator(tx, { id, city: 'Oslo' }), narrow);
  });
});

describe('one thing of a creator', () => {
  const foreignMember = async () => (await createTestWorkspace('Other')).members.admin.membershipId;

  test.each([
    [
      'setStage',
      (tx: Tx) => setStage(tx, { creatorIds: [id], stage: 'active' }),
      'creator.stage_set',
      { stage: 'active' },
    ],
    [
      'assignOwner',
      (tx: Tx) => assignOwner(tx, { creatorIds: [id], ownerId: workspace.members.manager.membershipId }),
      'creator.owner_assigned',
      { owner: { name: 'Test manager' } },
    ],
    [
      'setDoNotContact',
      (tx: Tx) => setDoNotContact(tx, { id, doNotContact: true, reason: 'asked by phone' }),
      'creator.do_not_contact_set',
      {
        doNotContact: true,
        doNotContactReason: 'asked by phone',
        writing: { allowed: false, obstacles: ['do_not_contact'] },
      },
    ],
    [
      'setMinor',
      (tx: Tx) => setMinor(tx, { id, isMinor: true }),
      'creator.minor_set',
      { isMinor: true, guardian: null, writing: { allowed: false, obstacles: ['minor_without_guardian'] } },
    ],
    [
      'archiveCreators',
      (tx: Tx) => archiveCreators(tx, { creatorIds: [id] }),
      'creator.archived',
      { writing: { allowed: false, obstacles: ['archived'] } },
    ],
    [
      'updatePreferences',
      (tx: Tx) => updatePreferences(tx, { creatorId: id, topics: ['tea'], tone: 'dry' }),
      'creator.preferences_updated',
      { preferences: { topics: ['tea'], formats: [], tone: 'dry' } },
    ],
    [
      'tagCreators',
      (tx: Tx) => tagCreators(tx, { creatorIds: [id], add: ['a'] }),
      'creator.tagged',
      { tags: [{ name: 'a' }] },
    ],
  ])('%s: row, one event, and again without another', async (...[, command, type, shown]) => {
    await run<unknown>(command);
    await run<unknown>(command);
    expect(await record()).toMatchObject(shown);
    expect((await newEvents()).map((event) => event.type)).toEqual([type]);
  });

  test('restore takes an archived creator back', async () => {
    await run((tx) => archiveCreators(tx, { creatorIds: [id] }));
    await run((tx) => restoreCreators(tx, { creatorIds: [id] }));
    await run((tx) => restoreCreators(tx, { creatorIds: [id] }));
    expect((await record()).archivedAt).toBeNull();
    expect((await newEvents()).map((event) => event.type)).toEqual(['creator.archived', 'creator.restored']);
  });

  test('a foreign creator and a missing one are the same not_found', async () => {
    const other = (await createTestWorkspace('Other')).ctx();
    for (const [ctx, someone] of [
      [other, id],
      [workspace.ctx(), newId()],
    ] as const) {
      for (const command of [
        (tx: Tx) => setStage(tx, { creatorIds: [someone], stage: 'active' }),
        (tx: Tx) => archiveCreators(tx, { creatorIds: [someone] }),
        (tx: Tx) => updateCreator(tx, { id: someone, city: 'x' }),
        (tx: Tx) => setMinor(tx, { id: someone, isMinor: true }),
        (tx: Tx) => setDoNotContact(tx, { id: someone, doNotContact: true }),
        (tx: Tx) => updatePreferences(tx, { creatorId: someone, tone: 'x' }),
      ])
        expect((await refusalOf(inWorkspace<unknown>(ctx, command))).code).toBe('not_found');
    }
    expect(await newEvents()).toEqual([]);
    const ownerId = await foreignMember();
    expect((await refusalOf(run((tx) => assignOwner(tx, { creatorIds: [id], ownerId })))).code).toBe('not_found');
  });

  test('tags that differ only in case are one, taken off by any spelling', async () => {
    await run((tx) => tagCreators(tx, { creatorIds: [id], add: ['Vegan', 'VEGAN'] }));
    const two = await addCreator(workspace.ctx(), { displayName: 'Two', tags: ['vegan'] });
    expect((await run((tx) => getCreator(tx, two))).tags).toEqual((await record()).tags);
    expect(await run((tx) => tagCreators(tx, { creatorIds: [id, two], add: ['new'], remove: ['vEGAN'] }))).toBe(2);
    expect((await newEvents()).at(-1)?.payload).toEqual({ added: ['new'], removed: ['Vegan'] });
    expect(await run((tx) => tagCreators(tx, { creatorIds: [id], remove: ['never'] }))).toBe(0);
  });
});

describe('patchCreator', () => {
  test('carries each part to its command, and refuses all of it over a stale version', async () => {
    await run((tx) =>
      patchCreator(tx, {
        id,
        version: 1,
        city: 'Oslo',
        stage: 'contacted',
        tags: ['x', 'y'],
        isMinor: true,
        doNotContact: true,
      }),
    );
    expect(await record()).toMatchObject({ city: 'Oslo', stage: 'contacted', isMinor: true, doNotContact: true });
    await run((tx) => patchCreator(tx, { id, tags: ['Y'] }));
    expect((await record()).tags.map((tag) => tag.name)).toEqual(['y']);
    const before = await newEvents();
    const refusal = await refusalOf(run((tx) => patchCreator(tx, { id, version: 1, stage: 'paused' })));
    expect(refusal.details.reason).toBe('stale_version');
    expect(await newEvents()).toEqual(before);
    await run((tx) => patchCreator(tx, { id, version: 1, stage: 'contacted' }));
  });

  test('names owner and guardian by outside ids in its events', async () => {
    const ownerId = workspace.members.admin.membershipId;
    await run((tx) => patchCreator(tx, { id, ownerId }));
    expect((await newEvents())[0]?.payload).toEqual({
      changes: { owner: { from: null, to: { id: encodeId('membership', ownerId), name: 'Test admin' } } },
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveContact } from '@/features/creators/commands/archive-contact';
import { changeCreators } from '@/features/creators/commands/change-creators';
import { createContact } from '@/features/creators/commands/create-contact';
import { linkContact } from '@/features/creators/commands/link-contact';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { setMinor } from '@/features/creators/commands/set-minor';
import { unlinkContact } from '@/features/creators/commands/unlink-contact';
import { updateContact } from '@/features/creators/commands/update-contact';
import { getCreator } from '@/features/creators/queries/get-creator';
import { createContactSchema } from '@/features/creators/schemas/contact';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';

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
const record = (id: string) => run((tx) => getCreator(tx, id));

describe('changeCreators', () => {
  const inCity = (value: string) => ({
    selection: {
      filter: { combine: 'and' as const, conditions: [{ field: 'city' as const, operator: 'is' as const, value }] },
    },
  });

  test('changes those of a filter less those taken out, one event each; again none', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push(await addCreator(workspace.ctx(), { displayName: `C${n}`, city: n < 4 ? 'Rome' : 'Oslo' }));
    const chosen = { ...inCity('Rome'), except: [ids[0] ?? ''] };
    const change = { kind: 'stage', stage: 'active' } as const;
    expect(await run((tx) => changeCreators(tx, chosen, change))).toBe(3);
    expect(await run((tx) => changeCreators(tx, chosen, change))).toBe(0);
    const stages = [];
    for (const id of ids) stages.push((await record(id)).stage);
    expect(stages).toEqual(['prospect', 'active', 'active', 'active', 'prospect']);
    expect(await eventsOf(workspace.ctx(), 'creator.stage_set')).toHaveLength(3);
  });

  test('takes ids, tags, owners and archives; a merged id counts as its survivor', async () => {
    const [a, b] = [await addCreator(workspace.ctx()), await addCreator(workspace.ctx())];
    await run((tx) => mergeCreators(tx, { survivorId: a, mergedIds: [b] }));
    const both = { ids: [a, b] };
    const ownerId = workspace.members.manager.membershipId;
    expect(await run((tx) => changeCreators(tx, both, { kind: 'tag', add: ['x'] }))).toBe(1);
    expect(await run((tx) => changeCreators(tx, both, { kind: 'owner', ownerId }))).toBe(1);
    expect(await run((tx) => changeCreators(tx, both, { kind: 'archive' }))).toBe(1);
    expect(await run((tx) => changeCreators(tx, both, { kind: 'restore' }))).toBe(1);
    expect(await record(b)).toMatchObject({ tags: [{ name: 'x' }], owner: { name: 'Test manager' }, archivedAt: null });
  });

  test('ids of another workspace are not found, and none of a mixed batch of strangers is touched', async () => {
    const stranger = await addCreator((await createTestWorkspace('Other')).ctx());
    const change = { kind: 'archive' } as const;
    expect((await refusalOf(run((tx) => changeCreators(tx, { ids: [stranger] }, change)))).code).toBe('not_found');
    const own = await addCreator(workspace.ctx());
    expect(await run((tx) => changeCreators(tx, { ids: [own, stranger] }, change))).toBe(1);
  });

  test('two at once over the same creators both end well', async () => {
    const ids = [];
    for (let n = 0; n < 6; n += 1) ids.push(await addCreator(workspace.ctx()));
    const reversed = [...ids].reverse();
    const change = { kind: 'stage', stage: 'paused' } as const;
    const counts = await Promise.all(
      [ids, reversed].map((some) => run((tx) => changeCreators(tx, { ids: some }, change))),
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(6);
    expect(await eventsOf(workspace.ctx(), 'creator.stage_set')).toHaveLength(6);
  });
});

describe('contacts', () => {
  const mara = createContactSchema.parse({ name: 'Mara', role: 'manager', emails: [{ address: 'mara@example.org' }] });

  test('speak for creators, instead of them or copied; each change one event', async () => {
    const id = await addCreator(workspace.ctx());
    const contactId = await run((tx) => createContact(tx, mara));
    const link = (routing: 'instead' | 'copied') => (tx: Tx) =>
      linkContact(tx, { creatorId: id, contactId, topics: ['contracts'], routing });
    await run(link('instead'));
    await run(link('instead'));
    expect(await record(id)).toMatchObject({
      contacts: [{ name: 'Mara', role: 'manager', topics: ['contracts'] }],
      primaryEmail: 'mara@example.org',
      writing: { allowed: true },
    });
    await run(link('copied'));
    expect(await record(id)).toMatchObject({ primaryEmail: null, writing: { obstacles: ['no_address'] } });
    await run((tx) => unlinkContact(tx, { creatorId: id, contactId }));
    await run((tx) => unlinkContact(tx, { creatorId: id, contactId }));
    const types = (await eventsOf(workspace.ctx()))
      .filter((event) => event.type.startsWith('contact'))
      .map((event) => event.type);
    expect(types).toEqual(['contact.created', 'contact.linked', 'contact.link_updated', 'contact.unlinked']);
  });

  test('who guard a minor open the way to them, until they are archived', async () => {
    const id = await addCreator(workspace.ctx(), { isMinor: true, emails: [{ address: 'kid@example.org' }] });
    expect((await record(id)).writing.obstacles).toEqual(['minor_without_guardian']);
    const guardianId = await run((tx) => createContact(tx, mara));
    await run((tx) => setMinor(tx, { id, isMinor: true, guardianId }));
    expect(await record(id)).toMatchObject({ guardian: { name: 'Mara' }, writing: { allowed: true } });
    await run((tx) => archiveContact(tx, { id: guardianId }));
    expect((await record(id)).writing.obstacles).toEqual(['minor_without_guardian']);
    expect((await refusalOf(run((tx) => setMinor(tx, { id, isMinor: true, guardianId })))).code).toBe('not_found');
  });

  test('change over the version that was read, and are nobody else’s', async () => {
    const id = await run((tx) => createContact(tx, mara));
    expect(await run((tx) => updateContact(tx, { id, version: 1, note: 'slow' }))).toBe(2);
    expect(await run((tx) => updateContact(tx, { id, version: 1, note: 'slow' }))).toBe(2);
    expect((await refusalOf(run((tx) => updateContact(tx, { id, version: 1, note: 'fast' })))).details.reason).toBe(
      'stale_version',
    );
    expect((await refusalOf(run((tx) => updateContact(tx, { id, agencyId: newId() })))).code).toBe('not_found');
    const other = (await createTestWorkspace('Other')).ctx();
    const creatorId = await addCreator(other);
    for (const command of [
      (tx: Tx) => updateContact(tx, { id, note: 'x' }),
      (tx: Tx) => archiveContact(tx, { id }),
      (tx: Tx) => linkContact(tx, { creatorId, contactId: id }),
      (tx: Tx) => unlinkContact(tx, { creatorId, contactId: id }),
    ])
      expect((await refusalOf(run<unknown>(command, other))).code).toBe('not_found');
  });
});

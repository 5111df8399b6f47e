import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCreator } from '@/features/creators/commands/create-creator';
import { getCreator } from '@/features/creators/queries/get-creator';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId, newId } from '@/shared/ids';
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

const full = {
  displayName: 'Zoë Ångström',
  greeting: 'Dear Zoë',
  formality: 'familiar',
  timeZone: 'Europe/Stockholm',
  languages: ['sv', 'EN-us'],
  country: 'SE',
  birthday: '1994-02-28',
  shippingAddress: { line1: 'Storgatan 1', city: 'Umeå', country: 'SE' },
  sizes: { shoe: '38 EU' },
  handles: [{ platform: 'instagram', name: '@Zoe.Makes' }, { name: 'https://www.tiktok.com/@zoemakes?lang=sv' }],
  emails: [{ address: 'Zoe@Example.com', source: 'media kit', legalBasis: 'public_profile' }],
  phones: [{ number: '+46 70 123 45 67' }],
  tags: ['Vegan', 'vegan', 'DIY'],
  legalBasis: 'public_profile',
};

describe('createCreator', () => {
  test('stores everything that was given, and one event', async () => {
    const ctx = workspace.ctx('marketer');
    const id = await addCreator(ctx, { ...full, allowDuplicate: undefined });
    const record = await inWorkspace(ctx, (tx) => getCreator(tx, id));
    expect(record).toMatchObject({
      id: encodeId('creator', id),
      displayName: 'Zoë Ångström',
      languages: ['sv', 'en-US'],
      birthday: '1994-02-28',
      shippingAddress: full.shippingAddress,
      sizes: { shoe: '38 EU' },
      stage: 'prospect',
      source: 'person',
      version: 1,
      primaryPlatform: 'instagram',
      primaryHandle: 'Zoe.Makes',
      primaryEmail: 'Zoe@Example.com',
      emails: [{ address: 'Zoe@Example.com', source: 'media kit', legalBasis: 'public_profile', isPrimary: true }],
      phones: [{ number: '+46701234567' }],
      writing: { allowed: true, obstacles: [] },
      counts: { notes: 0, messages: 0, quotes: 0 },
    });
    expect(record.handles.map(({ platform, name, isPrimary }) => ({ platform, name, isPrimary }))).toEqual([
      { platform: 'instagram', name: 'Zoe.Makes', isPrimary: true },
      { platform: 'tiktok', name: 'zoemakes', isPrimary: false },
    ]);
    expect(record.tags.map((tag) => tag.name)).toEqual(['DIY', 'Vegan']);
    const events = (await eventsOf(ctx)).filter((event) => event.creatorId === id);
    expect(events.map((event) => event.type)).toEqual(['creator.created', 'creator.tagged']);
    expect(events[0]?.payload).toEqual({ displayName: 'Zoë Ångström', source: 'person' });
  });

  test.each([
    ['handle', { displayName: 'Other', handles: [{ platform: 'instagram', name: 'ZOE.makes' }] }],
    ['email', { displayName: 'Other', emails: [{ address: 'zoe@EXAMPLE.com' }] }],
    ['name', { displayName: 'Angstrom, ZOE' }],
  ])('asks before it creates one with the same %s', async (why, input) => {
    const ctx = workspace.ctx('marketer');
    const id = await addCreator(ctx, full);
    const before = await eventsOf(ctx);
    const refusal = await refusalOf(addCreator(ctx, { ...input, allowDuplicate: false }));
    expect(refusal.code).toBe('conflict');
    expect(refusal.details.reason).toBe('possible_duplicate');
    expect(refusal.details.extra).toEqual({
      candidates: [{ id: encodeId('creator', id), displayName: 'Zoë Ångström', why }],
    });
    expect(await eventsOf(ctx)).toEqual(before);
    await addCreator(ctx, { ...input, allowDuplicate: true });
  });

  test('the same mail with another handle on the same platform is another creator; the mail is a shared contact’s', async () => {
    const ctx = workspace.ctx('marketer');
    const one = await addCreator(ctx, full);
    const input = { displayName: 'Björn', handles: [{ platform: 'instagram', name: 'bjorn' }], emails: full.emails };
    const two = await addCreator(ctx, { ...input, allowDuplicate: false });
    const three = await addCreator(ctx, {
      displayName: 'Cleo',
      handles: [{ platform: 'instagram', name: 'cleo' }],
      emails: full.emails,
      allowDuplicate: false,
    });
    const records = [];
    for (const id of [one, two, three]) records.push(await inWorkspace(ctx, (tx) => getCreator(tx, id)));
    for (const record of records) {
      expect(record.emails).toEqual([]);
      expect(record.contacts).toMatchObject([
        { name: 'Zoe@Example.com', routing: 'instead', emails: ['Zoe@Example.com'] },
      ]);
      expect(record.primaryEmail).toBe('Zoe@Example.com');
      expect(record.writing.allowed).toBe(true);
    }
    expect(new Set(records.map((record) => record.contacts[0]?.id)).size).toBe(1);
    expect(await eventsOf(ctx, 'contact.created')).toHaveLength(1);
    expect((await eventsOf(ctx, 'contact.linked')).map((event) => event.creatorId).sort()).toEqual(
      [one, two, three].sort(),
    );
  });

  test('of two at once that are the same person one is refused', async () => {
    const input = { displayName: 'Twin', handles: [{ platform: 'x', name: 'twin' }], allowDuplicate: false };
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => addCreator(workspace.ctx('marketer'), { ...input, displayName: `Twin ${n}` })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await eventsOf(workspace.ctx(), 'creator.created')).toHaveLength(1);
  });

  test('a rollback leaves nothing', async () => {
    const ctx = workspace.ctx('marketer');
    const before = await eventsOf(ctx);
    await expect(
      inWorkspace(ctx, async (tx) => {
        await createCreator(tx, createCreatorSchema.parse(full));
        throw new Error('afterwards');
      }),
    ).rejects.toThrow('afterwards');
    expect(await eventsOf(ctx)).toEqual(before);
    const counts = await inWorkspace(ctx, async (tx) => [
      await tx.db.creator.count(),
      await tx.db.handle.count(),
      await tx.db.tag.count(),
    ]);
    expect(counts).toEqual([0, 0, 0]);
  });

  test('people and contacts of another workspace are not found', async () => {
    const other = await createTestWorkspace('Other');
    const ctx = workspace.ctx('marketer');
    const ownerId = encodeId('membership', other.members.admin.membershipId);
    expect((await refusalOf(addCreator(ctx, { ownerId }))).code).toBe('not_found');
    expect((await refusalOf(addCreator(ctx, { guardianId: encodeId('contact', newId()) }))).code).toBe('not_found');
    const id = await addCreator(ctx, full);
    const foreign = other.ctx('admin');
    expect((await refusalOf(inWorkspace(foreign, (tx) => getCreator(tx, id)))).code).toBe('not_found');
    expect((await refusalOf(inWorkspace(foreign, (tx) => getCreator(tx, newId())))).code).toBe('not_found');
    await addCreator(foreign, { ...full, allowDuplicate: false });
  });

  test('who may not see personal data gets null', async () => {
    const id = await addCreator(workspace.ctx(), full);
    const narrow = workspace.ctx('viewer', { fields: { money: false, personal: false } });
    const record = await inWorkspace(narrow, (tx) => getCreator(tx, id));
    expect(record).toMatchObject({
      emails: null,
      phones: null,
      birthday: null,
      shippingAddress: null,
      sizes: null,
      primaryEmail: null,
      quotes: null,
      writing: { allowed: true },
    });
  });
});

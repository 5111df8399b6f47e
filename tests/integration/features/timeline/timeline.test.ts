import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findEvents } from '@/features/timeline/queries/find-events';
import { findTimeline } from '@/features/timeline/queries/find-timeline';
import { TIMELINE_KINDS } from '@/features/timeline/model/timeline-kinds';
import { findEventsSchema } from '@/features/timeline/schemas/timeline';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { defineEvent } from '@/platform/events/define-event';
import { recordEvents } from '@/platform/events/record-event';
import { encodeId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, refusalOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let creatorId: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  creatorId = await addCreator(workspace.ctx(), { displayName: 'Noor Bakker' });
});

const types = [
  'creator.stage_set',
  'creator.merged',
  'creator.merge_undone',
  'creator.imported',
  'note.created',
  'quote.created',
  'contact.linked',
  'agency.created',
  'email_address.added',
  'phone_number.added',
  'handle.renamed',
  'something.new',
];

/** One event of each type about the creator, all of the same instant. */
async function tell(ctx: Context, payload: object = {}): Promise<void> {
  for (const type of types) {
    const event = defineEvent<object>(type, 'creator');
    await inWorkspace(ctx, (tx) => recordEvents(tx, event, [{ subjectId: creatorId, creatorId, payload }]));
  }
}

const timeline = (input: Partial<Parameters<typeof findTimeline>[1]> = {}, ctx = workspace.ctx()) =>
  inWorkspace(ctx, (tx) => findTimeline(tx, { creatorId, limit: 200, ...input }));
const audit = (input: object = {}, ctx = workspace.ctx()) =>
  inWorkspace(ctx, (tx) => findEvents(tx, findEventsSchema.parse({ limit: 200, ...input })));

describe('the timeline', () => {
  test('pages through events of one instant without leaving out or repeating any', async () => {
    await tell(workspace.ctx('marketer', { now: new Date('2026-03-29T00:59:59.999Z') }));
    const whole = (await timeline()).data.map(({ id }) => id);
    expect(whole).toHaveLength(types.length + 1);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await timeline({ limit: 5, cursor });
      paged.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
  });

  test('every event is of exactly the kind that finds it', async () => {
    await tell(workspace.ctx());
    const found: string[] = [];
    for (const kind of TIMELINE_KINDS) {
      const { data } = await timeline({ kinds: [kind] });
      expect(data.every((entry) => entry.kind === kind)).toBe(true);
      found.push(...data.map(({ id }) => id));
    }
    expect(found.sort()).toEqual((await timeline()).data.map(({ id }) => id).sort());
  });

  test('a person without sight of money or personal data reads neither, however deep it lies', async () => {
    const deep = { quote: [{ amountMinor: 5, currency: 'EUR' }], emails: [{ address: 'noor@example.com' }] };
    await tell(workspace.ctx(), deep);
    const fields = { money: false, personal: false };
    const seen = JSON.stringify(await timeline({}, workspace.ctx('viewer', { fields })));
    expect(seen).not.toMatch(/noor@example|EUR|:5/);
    expect(JSON.stringify(await audit({}, workspace.ctx('admin', { fields })))).not.toMatch(/noor@example|EUR|:5/);
  });

  test('of a foreign creator there is none', async () => {
    const other = await createTestWorkspace('Other');
    expect((await refusalOf(timeline({}, other.ctx()))).code).toBe('not_found');
  });

  test('a cursor that was made up is refused', async () => {
    expect((await refusalOf(timeline({ cursor: 'bm9wZQ' }))).code).toBe('invalid_input');
  });
});

describe('the audit log', () => {
  test('says who did what to whom', async () => {
    await tell(workspace.ctx('marketer'), { stage: 'active' });
    const { data } = await audit({ type: 'creator.stage_set' });
    expect(data).toMatchObject([
      {
        type: 'creator.stage_set',
        subject: { type: 'creator', id: encodeId('creator', creatorId) },
        creator: { id: encodeId('creator', creatorId), name: 'Noor Bakker' },
        actor: { type: 'user', name: 'Test marketer' },
        payload: { stage: 'active' },
      },
    ]);
  });

  test('is narrowed by noun, person, creator and time', async () => {
    const another = await addCreator(workspace.ctx(), { displayName: 'Ade Okafor' });
    await tell(workspace.ctx('marketer', { now: new Date('2026-01-01T00:00:00Z') }));
    const { membershipId } = workspace.members.marketer;
    const count = async (input: object) => (await audit(input)).data.length;
    expect(await count({ type: 'note' })).toBe(1);
    expect(await count({ actor: encodeId('membership', membershipId) })).toBe(types.length);
    expect(await count({ creator: encodeId('creator', another) })).toBe(1);
    expect(await count({ from: '2026-01-01T01:00:00+01:00', to: '2026-01-01T00:00:01Z' })).toBe(types.length);
    expect(await count({ from: '2026-01-01T00:00:00.001Z', to: '2026-01-02T00:00:00Z' })).toBe(0);
  });

  test('of another workspace shows nothing', async () => {
    const other = await createTestWorkspace('Other');
    await tell(workspace.ctx());
    const { data } = await audit({ creator: encodeId('creator', creatorId) }, other.ctx());
    expect(data).toEqual([]);
  });
});

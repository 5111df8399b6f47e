import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutAction, type ActionDefinition } from '@/platform/http/define-action';
import { permissionTable, roles } from '@/shared/permissions';
import { fingerprint } from '../../support/authorization/fingerprint';
import { sampleInput, type SubjectIds } from '../../support/authorization/sample-input';
import { addSubjects, markers } from '../../support/authorization/subjects';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../support/context';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let actions: ActionDefinition[];
let reads: ActionDefinition[];
let ours: TestWorkspace;
let theirs: TestWorkspace;
let subjects: SubjectIds;

beforeAll(async () => {
  database = await useTestDatabase();
  ({ allActions: actions, allReads: reads } = await import('@/app/definitions'));
  ours = await createTestWorkspace('Ours');
  theirs = await createTestWorkspace('Theirs');
  subjects = await addSubjects(ours);
});
afterAll(() => database.close());

/** Where the sample with every id in it says one thing too much. */
function inputOf(action: ActionDefinition): unknown {
  const input = sampleInput(action.input, subjects);
  if (['add-email', 'add-phone'].includes(action.name)) return { ...(input as object), contactId: undefined };
  return input;
}

describe('every action', () => {
  it('is allowed to exactly the roles of the table', async () => {
    expect(actions.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const action of actions) {
      for (const role of roles) {
        const allowed = (permissionTable[action.permission] as readonly string[]).includes(role);
        const result = await carryOutAction(action, ours.ctx(role), { surely: 'not a field' });
        const refused = !result.ok && result.error.code === 'forbidden';
        if (refused === allowed) wrong.push(`${action.name} as ${role}: ${JSON.stringify(result).slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows another workspace nothing and lets it change nothing, though it knows every id', async () => {
    const before = await fingerprint(database.ownerUrl, ours.id);
    const told: string[] = [];
    for (const action of actions) {
      const result = await carryOutAction(action, theirs.ctx('admin'), inputOf(action));
      const text = JSON.stringify(result);
      if (!result.ok && result.error.code === 'invalid_input')
        told.push(`${action.name} was never reached: ${text.slice(0, 300)}`);
      if (text.includes('internal')) told.push(`${action.name}: ${text.slice(0, 300)}`);
      if (result.ok && text.toLowerCase().includes(markers.any))
        told.push(`${action.name} shows ${text.slice(0, 300)}`);
    }
    expect(told).toEqual([]);
    expect(await fingerprint(database.ownerUrl, ours.id)).toEqual(before);
  });
});

describe('every read', () => {
  it('hides money and personal data from whoever does not see them', async () => {
    const hidden = [String(markers.amountMinor), markers.phone, markers.street, '1990-02-03'];
    const shown: string[] = [];
    let answered = 0;
    for (const read of reads) {
      const input = sampleInput(read.input, subjects);
      const narrow = await carryOutAction(
        read,
        ours.ctx('admin', { fields: { money: false, personal: false } }),
        input,
      );
      if (narrow.ok) answered += 1;
      for (const secret of hidden) {
        if (JSON.stringify(narrow).includes(secret)) shown.push(`${read.name} shows ${secret}`);
      }
    }
    expect(shown).toEqual([]);
    expect(answered).toBeGreaterThan(5);
  });

  it('keeps to the brands of a narrowed scope', async () => {
    const scope = { brandIds: [], campaignIds: [] };
    for (const read of reads.filter((candidate) => /mailbox|brand/.test(candidate.name))) {
      const result = await carryOutAction(read, ours.ctx('admin', { scope }), sampleInput(read.input, subjects));
      expect(JSON.stringify(result), read.name).not.toContain(`team@${markers.any}.example`);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createNote } from '@/features/creators/commands/create-note';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { undoMerge } from '@/features/creators/commands/undo-merge';
import { updateCreator } from '@/features/creators/commands/update-creator';
import { updatePreferences } from '@/features/creators/commands/update-preferences';
import { getCreator } from '@/features/creators/queries/get-creator';
import { previewMerge } from '@/features/creators/queries/preview-merge';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
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

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = workspace.ctx('marketer')) => inWorkspace(ctx, work);
const record = (id: string) => run((tx) => getCreator(tx, id));
const merge = (survivorId: string, ...mergedIds: string[]) => run((tx) => mergeCreators(tx, { survivorId, mergedIds }));
const undo = (id: string | null) => run((tx) => undoMerge(tx, { id: id ?? '' }));
const mergeEvents = async () =>
  (await eventsOf(workspace.ctx())).filter((event) => event.type.startsWith('creator.merge'));

const anna = { displayName: 'Anna', handles: [{ platform: 'instagram', name: 'anna' }], tags: ['a'] };
const bea = {
  displayName: 'Anna B.',
  city: 'Bonn',
  languages: ['de'],
  stage: 'active',
  doNotContact: true,
  doNotContactReason: 'by mail',
  handles: [{ platform: 'tiktok', name: 'annab' }],
  emails: [{ address: 'beatrix.unusual@example.de' }],
  tags: ['a', 'b'],
};

describe('mergeCreators', () => {
  test('reads the group as one, fills what the survivor lacks, and both ids answer', async () => {
    const [a, b] = [await addCreator(workspace.ctx(), anna), await addCreator(workspace.ctx(), bea)];
    await run((tx) => createNote(tx, { creatorId: b, html: 'about B', pinned: true }));
    await run((tx) => updatePreferences(tx, { creatorId: b, topics: ['tea'] }));
    const id = await merge(a, b);
    const merged = await record(a);
    expect(await record(b)).toEqual(merged);
    expect(merged).toMatchObject({
      id: encodeId('creator', a),
      displayName: 'Anna',
      city: 'Bonn',
      languages: ['de'],
      stage: 'active',
      doNotContact: true,
      doNotContactReason: 'by mail',
      primaryHandle: 'anna',
      primaryEmail: 'beatrix.unusual@example.de',
      handles: [{ name: 'anna' }, { name: 'annab' }],
      tags: [{ name: 'a' }, { name: 'b' }],
      preferences: { topics: ['tea'] },
      pinnedNotes: [{ text: 'about B' }],
      merges: [{ id: encodeId('merge', id ?? ''), creators: [{ id: encodeId('creator', b), displayName: 'Anna B.' }] }],
    });
    expect(await mergeEvents()).toMatchObject([
      { type: 'creator.merged', creatorId: a, payload: { changes: { city: { from: null, to: 'Bonn' } } } },
    ]);
    expect(await merge(a, b)).toBeNull();
    expect(await mergeEvents()).toHaveLength(1);
  });

  test('undo brings both back as they were; what a person changed since stays', async () => {
    const [a, b] = [await addCreator(workspace.ctx(), anna), await addCreator(workspace.ctx(), bea)];
    const before = [await record(a), await record(b)].map(withoutVersion);
    const search = () =>
      run((tx) => tx.rows(sql`select creator_id from search_creators('beatrix.unusual', 10, false)`));
    const id = await merge(a, b);
    expect(await search()).toEqual([{ creator_id: a }]);
    await run((tx) => updateCreator(tx, { id: b, city: 'Köln' }));
    await undo(id);
    await undo(id);
    const after = [await record(a), await record(b)].map(withoutVersion);
    expect(after).toEqual([{ ...before[0], city: 'Köln' }, before[1]]);
    expect((await mergeEvents()).map((event) => [event.type, event.creatorId])).toEqual([
      ['creator.merged', a],
      ['creator.merge_undone', a],
      ['creator.merge_undone', b],
    ]);
    expect(await search()).toEqual([{ creator_id: b }]);
  });

  test('a chain is one group; its links come off in any order that is possible', async () => {
    const [a, b, c] = [
      await addCreator(workspace.ctx(), anna),
      await addCreator(workspace.ctx(), bea),
      await addCreator(workspace.ctx()),
    ];
    const first = await merge(b, a);
    const second = await merge(c, a);
    expect((await record(a)).id).toBe(encodeId('creator', c));
    expect((await record(c)).handles).toHaveLength(2);
    expect((await refusalOf(undo(first))).details.reason).toBe('merged_again');
    await undo(second);
    expect((await record(a)).id).toBe(encodeId('creator', b));
    await undo(first);
    expect((await record(a)).id).toBe(encodeId('creator', a));
  });

  test('a choice takes another’s value, and its undo gives the own one back', async () => {
    const [a, b] = [await addCreator(workspace.ctx(), anna), await addCreator(workspace.ctx(), bea)];
    const id = await run((tx) => mergeCreators(tx, { survivorId: a, mergedIds: [b], keep: { displayName: b } }));
    expect((await record(a)).displayName).toBe('Anna B.');
    await undo(id);
    expect((await record(a)).displayName).toBe('Anna');
    const wrong = await refusalOf(
      run((tx) => mergeCreators(tx, { survivorId: a, mergedIds: [b], keep: { nothing: b } })),
    );
    expect(wrong.code).toBe('invalid_input');
  });

  test('the preview says what would be and changes nothing', async () => {
    const [a, b] = [await addCreator(workspace.ctx(), anna), await addCreator(workspace.ctx(), bea)];
    const before = [await record(a), await record(b)];
    const preview = await run((tx) => previewMerge(tx, { survivorId: a, mergedIds: [b] }));
    expect(preview).toMatchObject({
      survivor: { id: encodeId('creator', a), counts: { handles: 1, emails: 0 } },
      merged: [{ id: encodeId('creator', b), counts: { handles: 1, emails: 1 } }],
      filled: { city: { from: null, to: 'Bonn' }, stage: { from: 'prospect', to: 'active' } },
    });
    expect(preview.conflicts.map((conflict) => conflict.field)).toEqual(['displayName']);
    expect([await record(a), await record(b)]).toEqual(before);
  });

  test('is refused with oneself, with strangers and into an archived one', async () => {
    const a = await addCreator(workspace.ctx(), anna);
    const stranger = await addCreator((await createTestWorkspace('Other')).ctx(), anna);
    expect((await refusalOf(merge(a, a))).code).toBe('invalid_input');
    expect((await refusalOf(merge(a, stranger))).code).toBe('not_found');
    expect((await refusalOf(merge(stranger, a))).code).toBe('not_found');
    expect((await refusalOf(merge(a, newId()))).code).toBe('not_found');
    expect((await refusalOf(undo(newId()))).code).toBe('not_found');
    const b = await addCreator(workspace.ctx(), bea);
    await run((tx) => tx.db.creator.updateMany({ where: { id: a }, data: { archivedAt: new Date() } }));
    expect((await refusalOf(merge(a, b))).details.reason).toBe('archived');
    expect(await mergeEvents()).toEqual([]);
  });

  test('two at once in opposite directions leave one survivor and no circle', async () => {
    const [a, b] = [await addCreator(workspace.ctx(), anna), await addCreator(workspace.ctx(), bea)];
    await Promise.all([merge(a, b), merge(b, a)]);
    expect(await record(a)).toEqual(await record(b));
    expect(await mergeEvents()).toHaveLength(1);
  });
});

function withoutVersion({ version: _version, updatedAt: _updatedAt, ...rest }: CreatorRecord) {
  return rest;
}

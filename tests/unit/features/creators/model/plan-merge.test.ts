import { describe, expect, test } from 'vitest';
import { planMerge, planUndo, type MergeParty } from '@/features/creators/model/plan-merge';

const party = (id: string, facts: Record<string, unknown>): MergeParty => ({ id, displayName: id, facts });

describe('planMerge', () => {
  test.each([
    [
      'a lack is filled from the first that has it',
      { city: null },
      [{ city: null }, { city: 'Oslo' }],
      'city',
      { from: null, to: 'Oslo' },
    ],
    ['an empty list is a lack', { languages: [] }, [{ languages: ['no'] }], 'languages', { from: [], to: ['no'] }],
    ['a prospect is a lack', { stage: 'prospect' }, [{ stage: 'active' }], 'stage', { from: 'prospect', to: 'active' }],
    [
      'an unknown basis is a lack',
      { legalBasis: 'unknown' },
      [{ legalBasis: 'consent' }],
      'legalBasis',
      { from: 'unknown', to: 'consent' },
    ],
    ['what the survivor says stands', { city: 'Bergen' }, [{ city: 'Oslo' }], 'city', undefined],
    ['false is an answer', { 'custom.a': false }, [{ 'custom.a': true }], 'custom.a', undefined],
    [
      'do not contact of any is that of all',
      { doNotContact: false },
      [{ doNotContact: true }],
      'doNotContact',
      { from: false, to: true },
    ],
    ['a minor is a minor', { isMinor: false }, [{ isMinor: true }], 'isMinor', { from: false, to: true }],
    [
      'the last contact is the latest',
      { lastContactedAt: '2026-01-01' },
      [{ lastContactedAt: '2026-02-01' }],
      'lastContactedAt',
      { from: '2026-01-01', to: '2026-02-01' },
    ],
    ['a field only the merged has is filled', {}, [{ 'custom.x': 1 }], 'custom.x', { from: null, to: 1 }],
  ])('%s', (...[, survivor, merged, field, change]) => {
    const others = merged.map((facts, position) => party(`m${position}`, facts));
    expect(planMerge(party('s', survivor), others).filled).toEqual(change ? { [field]: change } : {});
  });

  test('a choice stands, an empty one too', () => {
    const parties = [party('a', { city: 'Oslo', tone: null }), party('b', { city: null, tone: 'dry' })] as const;
    expect(planMerge(parties[0], [parties[1]], { city: 'b', tone: 'a' }).filled).toEqual({
      city: { from: 'Oslo', to: null },
    });
  });

  test('names where they differ, with whose value is which', () => {
    const plan = planMerge(party('s', { city: 'Oslo', country: 'NO' }), [party('m', { city: 'Moss', country: 'NO' })]);
    expect(plan.conflicts).toEqual([
      {
        field: 'city',
        values: [
          { creatorId: 's', value: 'Oslo' },
          { creatorId: 'm', value: 'Moss' },
        ],
      },
    ]);
  });
});

describe('planUndo', () => {
  const first = { id: '1', filled: { city: { from: null, to: 'A' } } };
  const second = { id: '2', filled: { city: { from: 'A', to: 'B' } } };

  test('sets back what still stands, and leaves what a person changed', () => {
    expect(planUndo(first, [], { city: 'A' }).restored).toEqual({ city: null });
    expect(planUndo(first, [], { city: 'typed' }).restored).toEqual({});
  });

  test('an earlier merge hands what it would set back to the later one', () => {
    expect(planUndo(first, [second], { city: 'B' })).toEqual({
      restored: {},
      relinked: [{ id: '2', filled: { city: { from: null, to: 'B' } } }],
    });
  });

  test('and not when a person wrote in between', () => {
    const later = { id: '2', filled: { city: { from: 'typed', to: 'A' } } };
    expect(planUndo(first, [later], { city: 'A' })).toEqual({ restored: {}, relinked: [] });
  });
});

import { expect, test } from 'vitest';
import { canWriteTo } from '@/features/creators/model/can-write-to';
import { moveStageForward, STAGES } from '@/features/creators/model/vocabulary';

const fine = { doNotContact: false, isMinor: false, hasGuardian: false, archived: false, hasAddress: true };

test.each([
  [{}, []],
  [{ doNotContact: true }, ['do_not_contact']],
  [{ isMinor: true }, ['minor_without_guardian']],
  [{ isMinor: true, hasGuardian: true }, []],
  [{ archived: true }, ['archived']],
  [{ hasAddress: false }, ['no_address']],
  [
    { doNotContact: true, isMinor: true, archived: true, hasAddress: false },
    ['do_not_contact', 'minor_without_guardian', 'archived', 'no_address'],
  ],
])('%j: %j', (facts, obstacles) => {
  expect(canWriteTo({ ...fine, ...facts })).toEqual({ allowed: obstacles.length === 0, obstacles });
});

test('automation moves forward along the first five stages and never elsewhere', () => {
  const moves = STAGES.flatMap((from) =>
    STAGES.filter((to) => moveStageForward(from, to) !== from).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    'prospect → contacted',
    'prospect → in_conversation',
    'prospect → active',
    'prospect → ambassador',
    'contacted → in_conversation',
    'contacted → active',
    'contacted → ambassador',
    'in_conversation → active',
    'in_conversation → ambassador',
    'active → ambassador',
  ]);
});

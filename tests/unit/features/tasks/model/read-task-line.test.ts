import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTaskLine } from '@/features/tasks/model/read-task-line';
import { isInView, TASK_VIEWS } from '@/features/tasks/model/task-views';

const members = [
  { id: 'mem_1', name: 'Jonas Berg' },
  { id: 'mem_2', name: 'Mia Lund' },
  { id: 'mem_3', name: 'Mia Holm' },
];
// A Monday.
const known = { today: '2026-11-23', members };

test.each([
  ['Ask Mia for invoice tomorrow @Jonas', 'Ask Mia for invoice', '2026-11-24', 'mem_1'],
  ['Ask @jonas berg for the invoice by Friday', 'Ask for the invoice', '2026-11-27', 'mem_1'],
  ['Send the brief on Monday', 'Send the brief', '2026-11-30', null],
  ['Send the brief next week', 'Send the brief', '2026-11-30', null],
  ['Call in 3 days', 'Call', '2026-11-26', null],
  ['Wrap 2026-12-24', 'Wrap', '2026-12-24', null],
  ['@Mia Holm check the draft today', 'check the draft', '2026-11-23', 'mem_3'],
  // Not surely meant: kept as it was typed.
  ['Ask @Mia for it', 'Ask @Mia for it', null, null],
  ['Write to jonas@berg.example', 'Write to jonas@berg.example', null, null],
  ['Ask @Jonasson', 'Ask @Jonasson', null, null],
  ['Plan the Monday meeting', 'Plan the Monday meeting', null, null],
  ['Wrap 2026-02-30', 'Wrap 2026-02-30', null, null],
  ['tomorrow', 'tomorrow', null, null],
  ['@Jonas', '@Jonas', null, null],
] as const)('“%s”', (line, ...[title, dueOn, id]) => {
  const read = readTaskLine(line, known);
  expect([read.title, read.dueOn, read.assignee?.id ?? null]).toEqual([title, dueOn, id]);
});

describe('whatever is typed', () => {
  test('a line with something in it is never a task without a title', () => {
    const word = fc.constantFrom(
      '@Jonas',
      '@Mia',
      'tomorrow',
      'in 2 days',
      'by',
      'Friday',
      '@',
      ' ',
      'Ask',
      '2026-12-01',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 6 }), (words) => {
        const line = words.join(' ');
        fc.pre(line.trim() !== '');
        expect(readTaskLine(line, known).title.trim()).not.toBe('');
      }),
    );
  });
});

test('a task stands in the views that ask for it', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const views = (task: Partial<Parameters<typeof isInView>[0]>) =>
    TASK_VIEWS.filter((view) =>
      isInView({ state: 'open', assignee: null, snoozedUntil: null, ...task }, view, { me: 'mem_1', now }),
    );
  expect(views({})).toEqual(['unassigned', 'all']);
  expect(views({ assignee: { id: 'mem_1' } })).toEqual(['mine', 'all']);
  expect(views({ assignee: { id: 'mem_2' }, state: 'doing' })).toEqual(['all']);
  expect(views({ snoozedUntil: '2026-11-23T09:00:01Z' })).toEqual(['snoozed']);
  expect(views({ snoozedUntil: '2026-11-23T09:00:00Z' })).toEqual(['unassigned', 'all']);
  expect(views({ state: 'cancelled', assignee: { id: 'mem_1' } })).toEqual(['done']);
});

import { expect, test } from 'vitest';
import { describeEvent } from '@/features/timeline/components/describe-event';
import { createFormat } from '@/ui/format';

const format = createFormat('en-GB', 'Europe/Berlin');
const words = (type: string, payload: Record<string, unknown> | null) => {
  const { title, detail } = describeEvent(type, payload, format);
  return [title, detail];
};

test.each([
  [
    'quote.created',
    { kind: 'agreed', format: 'reel', amountMinor: 120_000, currency: 'EUR' },
    '€1,200.00 agreed for reel',
    null,
  ],
  ['quote.created', { kind: 'asked', format: 'reel', amountMinor: null, currency: null }, 'A fee asked for reel', null],
  ['creator.stage_set', { changes: { stage: { from: 'prospect', to: 'active' } } }, 'Stage: Active', null],
  [
    'creator.owner_assigned',
    { changes: { owner: { from: null, to: { name: 'Juno Park' } } } },
    'Now looked after by Juno Park',
    null,
  ],
  [
    'creator.owner_assigned',
    { changes: { owner: { from: { name: 'Juno Park' }, to: null } } },
    'Nobody looks after them now',
    null,
  ],
  ['contact.linked', { name: 'Pim de Wit', role: 'manager', routing: 'none' }, 'Contact added', 'Pim de Wit (manager)'],
  ['contact.created', { name: 'Pim de Wit' }, 'Contact created', 'Pim de Wit'],
  [
    'creator.updated',
    { changes: { followers: { from: '71200', to: '76706' }, vendorNumber: { from: null, to: '70012' } } },
    'Details changed',
    'Followers: 71,200 → 76,706 · Vendor number: nothing → 70012',
  ],
  [
    'creator.imported',
    { changes: { followers: { from: null, to: ['76706', '41000'] }, tags: { from: null, to: ['spring'] } } },
    'Updated by an import',
    'Followers: 76,706, 41,000 · Tags: spring',
  ],
  ['task.created', { title: 'Ask Mia', assignee: { id: 'mem_1', name: 'Juno' }, due: null }, 'Task', 'Ask Mia · Juno'],
  [
    'task.updated',
    { title: 'Ask Mia', changes: { due: { from: null, to: { on: '2026-11-22' } }, note: { from: '', to: 'x' } } },
    'Task changed',
    'Ask Mia · Due, Note',
  ],
  [
    'task.assigned',
    { title: 'Ask Mia', changes: { assignee: { from: null, to: { id: 'mem_1', name: 'Juno' } } } },
    'Task for Juno',
    'Ask Mia',
  ],
  ['task.snoozed', { title: 'Ask Mia', until: null }, 'Task taken up again', 'Ask Mia'],
  ['handle.added', { platform: 'tiktok', name: 'noorskin' }, 'Handle added', 'TikTok @noorskin'],
])('%s %j reads “%s”', (type, payload, ...expected) => {
  expect(words(type, payload)).toEqual(expected);
});

test('what was erased leaves the bare fact, and what nobody has words for yet is still readable', () => {
  expect(words('quote.created', null)).toEqual(['Quote', null]);
  expect(words('some_thing.went_on', {})).toEqual(['Some thing went on', null]);
});

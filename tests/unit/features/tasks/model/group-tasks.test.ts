import { describe, expect, test } from 'vitest';
import { groupTasks } from '@/features/tasks/model/group-tasks';
import { sortTasks } from '@/features/tasks/model/sort-tasks';

// A Monday noon in Berlin.
const look = { now: new Date('2026-11-23T11:00:00Z'), zone: 'Europe/Berlin' };
const due = (on: string) => ({ on, time: null, zone: 'Europe/Berlin' });
const tasks = [
  { id: 'a', due: due('2026-11-20'), assignee: { id: 'm1', name: 'Zoë' }, creator: null },
  { id: 'b', due: due('2026-11-23'), assignee: null, creator: { id: 'c1', displayName: 'Noor' } },
  { id: 'c', due: due('2026-11-27'), assignee: { id: 'm2', name: 'Ben' }, creator: { id: 'c1', displayName: 'Noor' } },
  { id: 'd', due: null, assignee: { id: 'm1', name: 'Zoë' }, creator: null },
];
const groups = (by: Parameters<typeof groupTasks>[1], list = tasks) =>
  groupTasks(list, by, look).map(({ key, name, tasks: found }) => [key, name, found.map(({ id }) => id).join('')]);

describe('tasks in groups', () => {
  test('by day: in the order of time, whatever the order they came in', () => {
    const expected = [
      ['overdue', null, 'a'],
      ['today', null, 'b'],
      ['week', null, 'c'],
      ['none', null, 'd'],
    ];
    expect(groups('day')).toEqual(expected);
    expect(groups('day', [...tasks].reverse())).toEqual(expected);
  });

  test('by person and by creator: by name, what is nobody’s last', () => {
    expect(groups('person')).toEqual([
      ['m2', 'Ben', 'c'],
      ['m1', 'Zoë', 'ad'],
      ['none', null, 'b'],
    ]);
    expect(groups('creator')).toEqual([
      ['c1', 'Noor', 'bc'],
      ['none', null, 'ad'],
    ]);
  });
});

test('sorted as the server lists them', () => {
  const rows = [
    { id: '1', dueAt: null, finishedAt: '2026-11-20T10:00:00.000Z' },
    { id: '2', dueAt: '2026-11-24T00:00:00.000Z', finishedAt: '2026-11-22T10:00:00.000Z' },
    { id: '3', dueAt: '2026-11-23T00:00:00.000Z', finishedAt: null },
    { id: '0', dueAt: '2026-11-24T00:00:00.000Z', finishedAt: null },
  ];
  const ids = (by: 'due' | 'finished') => sortTasks(rows, by).map(({ id }) => id);
  expect(ids('due')).toEqual(['3', '0', '2', '1']);
  expect(ids('finished').slice(0, 2)).toEqual(['2', '1']);
});

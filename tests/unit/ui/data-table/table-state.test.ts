import { describe, expect, it } from 'vitest';
import { visibleColumns } from '@/ui/data-table/use-column-choice';
import { formatSort, parseSort } from '@/ui/data-table/table-sort';

describe('the order in the address', () => {
  it('reads what it writes', () => {
    for (const sort of [
      { column: 'followers', direction: 'desc' },
      { column: 'custom.size', direction: 'asc' },
    ] as const) {
      expect(parseSort(formatSort(sort))).toEqual(sort);
    }
  });

  it.each(['', '-', '--a', 'a b', 'a;drop table', "a'"])('refuses %j', (text) => {
    expect(parseSort(text)).toBeNull();
  });
});

describe('the columns a person chose', () => {
  const columns = [
    { id: 'name' },
    { id: 'stage', pinned: true },
    { id: 'owner' },
    { id: 'country', hiddenByDefault: true },
  ];

  it('begins with those not hidden', () => {
    expect(visibleColumns(columns, null)).toEqual(['name', 'stage', 'owner']);
  });

  it('keeps the first and the pinned ones, the order, and forgets columns that no longer exist', () => {
    expect(visibleColumns(columns, 'country,gone')).toEqual(['name', 'stage', 'country']);
    expect(visibleColumns(columns, '')).toEqual(['name', 'stage']);
  });
});

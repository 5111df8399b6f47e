'use client';

import { parseAsString, useQueryState } from 'nuqs';
import type { TableSort } from './data-table-column';

/**
 * The order of a table, kept in the address as `?sort=-followers` (minus is descending), so that it can be
 * shared and the server reads it. `standard` is what an address without it means.
 */
export function useTableSort(standard: TableSort): [TableSort, (sort: TableSort) => void] {
  const [text, setText] = useQueryState('sort', parseAsString.withOptions({ shallow: false, clearOnDefault: true }));
  const set = (sort: TableSort) => {
    const next = formatSort(sort);
    void setText(next === formatSort(standard) ? null : next);
  };
  return [parseSort(text) ?? standard, set];
}

/** `-followers` → followers, descending; null for anything that is no sort. */
export function parseSort(text: string | null): TableSort | null {
  const match = /^(-?)([A-Za-z][\w.]*)$/.exec(text ?? '');
  return match?.[2] ? { column: match[2], direction: match[1] ? 'desc' : 'asc' } : null;
}

export function formatSort(sort: TableSort): string {
  return `${sort.direction === 'desc' ? '-' : ''}${sort.column}`;
}

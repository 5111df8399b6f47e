import type { TableSort } from './data-table-column';

/** `-followers` → followers, descending; null for anything that is no sort. */
export function parseSort(text: string | null): TableSort | null {
  const match = /^(-?)([A-Za-z][\w.]*)$/.exec(text ?? '');
  return match?.[2] ? { column: match[2], direction: match[1] ? 'desc' : 'asc' } : null;
}

export function formatSort(sort: TableSort): string {
  return `${sort.direction === 'desc' ? '-' : ''}${sort.column}`;
}

import type { ReactNode } from 'react';

export interface DataTableColumn<T> {
  /** Also the name of the field in `sort`. */
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Pixels; with `grow` the least of them. */
  width: number;
  grow?: boolean;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Which way the first click sorts; numbers and dates usually `desc`. */
  firstSort?: 'asc' | 'desc';
  /** Cannot be taken off; the first column always is. */
  pinned?: boolean;
  hiddenByDefault?: boolean;
  /** Where a phone's two-line card shows it: `aside` on the first line, `line` in the second; else nowhere. */
  card?: 'aside' | 'line';
}

export interface TableSort {
  column: string;
  direction: 'asc' | 'desc';
}

/** How many rows match. Beyond what was counted exactly, `exact` is false and it reads `10,000+`. */
export interface TableTotal {
  count: number;
  exact: boolean;
}

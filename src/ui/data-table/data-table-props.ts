import type { ReactNode } from 'react';
import type { DataTableColumn, TableSort, TableTotal } from './data-table-column';
import type { RowSelection } from './row-selection';

export interface DataTableProps<T> {
  /** What the rows are, such as `Creators`. */
  label: string;
  columns: readonly DataTableColumn<T>[];
  /** The rows loaded so far, in their order. */
  rows: T[];
  getRowId: (row: T) => string;
  /** The row in one word, for the names of its controls. */
  rowLabel: (row: T) => string;
  total?: TableTotal;
  /** From `useColumnChoice`. */
  visibleColumns?: readonly string[];
  sort?: TableSort;
  onSortChange?: (sort: TableSort) => void;
  selection?: RowSelection;
  onSelectionChange?: (selection: RowSelection) => void;
  bulkActions?: ReactNode;
  /** Makes the first column a link; a plain click still calls `onOpenRow` where that is given. */
  rowHref?: (row: T) => string;
  onOpenRow?: (row: T) => void;
  /** The keyboard or the mouse came to a row; a record open beside the table may follow. */
  onActiveRowChange?: (row: T) => void;
  /** The row whose record is open beside the table. */
  currentRowId?: string;
  hasMore?: boolean;
  /** Load the next page. May be called again until `loadingMore` is set. */
  onEndReached?: () => void;
  loadingMore?: boolean;
  /** Nothing is known yet: rows of skeletons. */
  loading?: boolean;
  /** An `EmptyState`, for no rows. */
  empty: ReactNode;
  className?: string;
}

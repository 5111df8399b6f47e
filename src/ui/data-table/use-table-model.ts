'use client';

import { getCoreRowModel, useReactTable, type Column, type ColumnDef, type Table } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { DataTableColumn, TableSort } from './data-table-column';

interface TableModelInput<T> {
  columns: readonly DataTableColumn<T>[];
  rows: T[];
  getRowId: (row: T) => string;
  visibleColumns?: readonly string[];
  sort?: TableSort;
  onSortChange?: (sort: TableSort) => void;
}

/** Our columns as TanStack Table's; sorting is the server's, so the rows stay as they come. */
export function useTableModel<T>(input: TableModelInput<T>): Table<T> {
  const { columns, visibleColumns, sort, onSortChange } = input;
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, visibleColumns?.includes(id) ?? true])),
    [columns, visibleColumns],
  );
  const sorting = sort ? [{ id: sort.column, desc: sort.direction === 'desc' }] : [];
  return useReactTable({
    data: input.rows,
    columns: definitions,
    getRowId: input.getRowId,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility },
    onSortingChange: (update) => {
      const [first] = typeof update === 'function' ? update(sorting) : update;
      if (first) onSortChange?.({ column: first.id, direction: first.desc ? 'desc' : 'asc' });
    },
  });
}

function definitionOf<T>(column: DataTableColumn<T>): ColumnDef<T> {
  return {
    id: column.id,
    header: column.header,
    cell: (context) => column.cell(context.row.original),
    // Without an accessor TanStack would refuse to sort, though the server does it.
    accessorFn: () => null,
    enableSorting: column.sortable ?? false,
    sortDescFirst: column.firstSort === 'desc',
    meta: { column },
  };
}

/** Our own definition behind a TanStack column. */
export function columnOf<T>(column: Column<T>): DataTableColumn<T> {
  return (column.columnDef.meta as { column: DataTableColumn<T> }).column;
}

export const selectColumnWidth = 36;

/** The CSS grid of every row, and the width below which the table scrolls sideways. */
export function gridOf<T>(
  columns: readonly DataTableColumn<T>[],
  selectable: boolean,
): { template: string; minWidth: number } {
  const tracks = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`));
  const filler = columns.some((column) => column.grow) ? [] : ['1fr'];
  const minWidth = columns.reduce((sum, column) => sum + column.width, selectable ? selectColumnWidth : 0);
  return { template: [...(selectable ? [`${selectColumnWidth}px`] : []), ...tracks, ...filler].join(' '), minWidth };
}

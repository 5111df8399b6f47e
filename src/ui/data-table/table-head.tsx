'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from '../checkbox';
import { cn } from '../cn';
import { uiTexts } from '../ui-texts';
import type { DataTableColumn, TableSort } from './data-table-column';

export interface TableHeadProps<T> {
  columns: readonly DataTableColumn<T>[];
  sort?: TableSort;
  onSortChange?: (sort: TableSort) => void;
  template: string;
  /** The state of the box for all loaded rows; without it there is none. */
  allState?: boolean | 'indeterminate';
  onSelectAll: (selected: boolean) => void;
}

/** The sticky first row: names, order, the box for all. */
export function TableHead<T>({ columns, sort, onSortChange, template, allState, onSelectAll }: TableHeadProps<T>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20">
      <div
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template }}
        className="grid h-8 border-b border-line bg-surface"
      >
        {allState !== undefined && (
          <div role="columnheader" className="sticky left-0 z-10 flex items-center justify-center bg-surface">
            <Checkbox
              aria-label={uiTexts.table.selectAll}
              checked={allState}
              onCheckedChange={(checked) => onSelectAll(checked === true)}
            />
          </div>
        )}
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            column={column}
            sorted={sort?.column === column.id ? sort.direction : false}
            onSortChange={onSortChange}
            sticky={index === 0}
            offset={allState !== undefined}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps<T> {
  column: DataTableColumn<T>;
  sorted: false | 'asc' | 'desc';
  onSortChange?: (sort: TableSort) => void;
  sticky: boolean;
  offset: boolean;
}

function HeadCell<T>({ column, sorted, onSortChange, sticky, offset }: HeadCellProps<T>) {
  const end = column.align === 'end';
  const first = column.firstSort ?? 'asc';
  const className = cn(
    'flex min-w-0 items-center px-3 text-sm font-medium text-ink-3',
    end && 'justify-end text-right',
    sticky && 'sticky z-10 bg-surface',
    sticky && (offset ? 'left-9 pl-1' : 'left-0'),
  );
  if (!column.sortable || !onSortChange) {
    return (
      <div role="columnheader" className={className}>
        <span className="truncate">{column.header}</span>
      </div>
    );
  }
  return (
    <div role="columnheader" aria-sort={ariaSort(sorted)} className={className}>
      <button
        type="button"
        onClick={() => onSortChange({ column: column.id, direction: nextDirection(sorted, first) })}
        className={cn(
          'group -mx-1 flex h-6 min-w-0 items-center gap-1 rounded-xs px-1 hover:text-ink focus-visible:-outline-offset-2',
          end && 'flex-row-reverse',
          sorted && 'text-ink',
        )}
      >
        <span className="truncate">{column.header}</span>
        <SortArrow sorted={sorted} first={first} />
      </button>
    </div>
  );
}

function nextDirection(sorted: false | 'asc' | 'desc', first: 'asc' | 'desc'): 'asc' | 'desc' {
  if (!sorted) return first;
  return sorted === 'asc' ? 'desc' : 'asc';
}

function SortArrow({ sorted, first }: { sorted: false | 'asc' | 'desc'; first: 'asc' | 'desc' }) {
  const Icon = (sorted || first) === 'asc' ? ArrowUp : ArrowDown;
  return (
    <Icon
      aria-hidden="true"
      className={cn('size-3 shrink-0', !sorted && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60')}
    />
  );
}

function ariaSort(sorted: false | 'asc' | 'desc') {
  if (!sorted) return 'none';
  return sorted === 'asc' ? 'ascending' : 'descending';
}

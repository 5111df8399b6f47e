'use client';

import { flexRender, type Header, type Table } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from '../checkbox';
import { cn } from '../cn';
import { uiTexts } from '../ui-texts';
import { columnOf } from './use-table-model';

export interface TableHeadProps<T> {
  table: Table<T>;
  template: string;
  /** The state of the box for all loaded rows; without it there is none. */
  allState?: boolean | 'indeterminate';
  onSelectAll: (selected: boolean) => void;
}

/** The sticky first row: names, order, the box for all. */
export function TableHead<T>({ table, template, allState, onSelectAll }: TableHeadProps<T>) {
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
        {table.getFlatHeaders().map((header, index) => (
          <HeadCell key={header.id} header={header} sticky={index === 0} offset={allState !== undefined} />
        ))}
      </div>
    </div>
  );
}

function HeadCell<T>({ header, sticky, offset }: { header: Header<T, unknown>; sticky: boolean; offset: boolean }) {
  const sorted = header.column.getIsSorted();
  const end = columnOf(header.column).align === 'end';
  const content = flexRender(header.column.columnDef.header, header.getContext());
  const className = cn(
    'flex min-w-0 items-center px-3 text-sm font-medium text-ink-3',
    end && 'justify-end text-right',
    sticky && 'sticky z-10 bg-surface',
    sticky && (offset ? 'left-9 pl-1' : 'left-0'),
  );
  if (!header.column.getCanSort()) {
    return (
      <div role="columnheader" className={className}>
        <span className="truncate">{content}</span>
      </div>
    );
  }
  return (
    <div role="columnheader" aria-sort={ariaSort(sorted)} className={className}>
      <button
        type="button"
        onClick={() => header.column.toggleSorting()}
        className={cn(
          'group -mx-1 flex h-6 min-w-0 items-center gap-1 rounded-xs px-1 hover:text-ink focus-visible:-outline-offset-2',
          end && 'flex-row-reverse',
          sorted && 'text-ink',
        )}
      >
        <span className="truncate">{content}</span>
        <SortArrow sorted={sorted} first={columnOf(header.column).firstSort ?? 'asc'} />
      </button>
    </div>
  );
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

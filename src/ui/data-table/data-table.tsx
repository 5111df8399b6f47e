'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { Checkbox } from '../checkbox';
import { cn } from '../cn';
import { phoneQuery, useMediaQuery } from '../use-media-query';
import { uiTexts } from '../ui-texts';
import type { DataTableProps } from './data-table-props';
import { emptySelection, loadedState, selectRows } from './row-selection';
import { SortSelect } from './sort-select';
import { TableBody } from './table-body';
import { TableHead } from './table-head';
import { gridOf } from './grid-of';

const BulkBar = dynamic(() => import('./bulk-bar').then((module) => module.BulkBar), { ssr: false });

/** Rows without end: sorted by the server, drawn as far as they are in sight, ticked, opened and walked by keyboard. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { rows, loading = false, empty, className } = props;
  if (!loading && rows.length === 0) return <div className={cn('overflow-auto', className)}>{empty}</div>;
  return <FilledTable {...props} />;
}

function FilledTable<T>(props: DataTableProps<T>) {
  const { rows, selection = emptySelection, onSelectionChange, getRowId } = props;
  const phone = useMediaQuery(phoneQuery);
  const openRow = useOpenRow(props);
  const columns = props.columns.filter(({ id }) => props.visibleColumns?.includes(id) ?? true);
  const { template, minWidth } = gridOf(columns, Boolean(onSelectionChange));
  const allState = onSelectionChange && loadedState(selection, rows.map(getRowId));
  const selectAll = (selected: boolean) =>
    onSelectionChange?.(selected ? selectRows(selection, rows.map(getRowId), true) : emptySelection);

  return (
    <div className={cn('flex min-h-0 flex-col bg-surface', props.className)}>
      {phone && <PhoneHead {...props} allState={allState} onSelectAll={selectAll} />}
      <TableBody
        {...props}
        phone={phone}
        shownColumns={columns}
        template={template}
        minWidth={phone ? 0 : minWidth}
        openRow={openRow}
        head={
          !phone && (
            <TableHead
              columns={columns}
              sort={props.sort}
              onSortChange={props.onSortChange}
              template={template}
              allState={allState}
              onSelectAll={selectAll}
            />
          )
        }
      />
      {onSelectionChange && (selection.all || selection.ids.size > 0) && (
        <BulkBar selection={selection} loaded={rows.length} total={props.total} onSelectionChange={onSelectionChange}>
          {props.bulkActions}
        </BulkBar>
      )}
    </div>
  );
}

function useOpenRow<T>({ onOpenRow, rowHref }: DataTableProps<T>): ((row: T) => void) | undefined {
  const router = useRouter();
  if (onOpenRow) return onOpenRow;
  return rowHref && ((row) => router.push(rowHref(row)));
}

interface PhoneHeadProps<T> extends DataTableProps<T> {
  allState?: boolean | 'indeterminate';
  onSelectAll: (selected: boolean) => void;
}

function PhoneHead<T>({ allState, onSelectAll, columns, sort, onSortChange }: PhoneHeadProps<T>) {
  if (allState === undefined && !onSortChange) return null;
  return (
    <div className="flex shrink-0 items-center gap-3 border-b border-line px-3 py-1.5">
      {allState !== undefined && (
        <Checkbox
          aria-label={uiTexts.table.selectAll}
          checked={allState}
          onCheckedChange={(checked) => onSelectAll(checked === true)}
        />
      )}
      {onSortChange && <SortSelect columns={columns} sort={sort} onSortChange={onSortChange} />}
    </div>
  );
}

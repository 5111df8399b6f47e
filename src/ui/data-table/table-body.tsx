'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import type { DataTableProps } from './data-table-props';
import type { DataTableColumn, TableTotal } from './data-table-column';
import type { RowBehaviour } from './row-behaviour';
import { emptySelection, isSelected, selectRows } from './row-selection';
import { SkeletonRow } from './skeleton-row';
import { TableCard } from './table-card';
import { TableRow } from './table-row';
import { useRowKeyboard } from './use-row-keyboard';

interface TableBodyProps<T> extends DataTableProps<T> {
  phone: boolean;
  shownColumns: readonly DataTableColumn<T>[];
  template: string;
  minWidth: number;
  openRow?: (row: T) => void;
  head: ReactNode;
}

/** How many rows before the last the next page is asked for: about one screen. */
const lookAhead = 25;

/** The scrolling part: only the rows in sight exist. */
export function TableBody<T>(props: TableBodyProps<T>) {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = props.phone ? 64 : 38;
  const virtual = useRows({ count: props.rows.length + skeletonCount(props), rowHeight, scroller });
  const reveal = (index: number) => {
    virtual.scrollToIndex(index);
    scroller.current?.focus({ preventScroll: true });
  };
  const { index: activeIndex, setIndex, onKeyDown } = useBodyKeyboard(props, reveal);
  const behaviourOf = useRowBehaviours(props, { gridId, activeIndex, setIndex });
  const items = virtual.getVirtualItems();
  useEndReached(props, items.at(-1)?.index ?? -1);

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount(props.total)}
      aria-multiselectable={Boolean(props.onSelectionChange)}
      aria-busy={props.loading || props.loadingMore}
      aria-activedescendant={activeIndex >= 0 ? `${gridId}-${activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-auto overscroll-contain focus-visible:-outline-offset-2"
    >
      <div role="presentation" style={{ minWidth: props.minWidth, '--columns': props.template } as CSSProperties}>
        {props.head}
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = props.rows[item.index];
            const style = { transform: `translateY(${item.start}px)` };
            if (!row) return <SkeletonRow key={item.key} style={style} height={rowHeight} rowIndex={item.index + 2} />;
            const id = props.getRowId(row);
            return <BodyRow key={id} {...props} row={row} behaviour={{ ...behaviourOf(row, item.index), style }} />;
          })}
        </div>
      </div>
    </div>
  );
}

function skeletonCount({ loading, hasMore }: { loading?: boolean; hasMore?: boolean }): number {
  if (loading) return 12;
  return hasMore ? 3 : 0;
}

/** Counts the head; -1 says that nobody knows. */
function rowCount(total?: TableTotal): number {
  return total?.exact ? total.count + 1 : -1;
}

function BodyRow<T>({ phone, row, behaviour, ...props }: TableBodyProps<T> & { row: T; behaviour: RowBehaviour }) {
  const label = props.rowLabel(row);
  if (phone) return <TableCard {...behaviour} row={row} label={label} columns={props.shownColumns} />;
  return <TableRow {...behaviour} row={row} columns={props.shownColumns} label={label} />;
}

function useRows({
  count,
  rowHeight,
  scroller,
}: {
  count: number;
  rowHeight: number;
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    scrollPaddingStart: 40,
    // So that the server draws a first screen of rows, too.
    initialRect: { width: 1200, height: 640 },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  return virtual;
}

function useEndReached<T>({ rows, hasMore, loadingMore, onEndReached }: TableBodyProps<T>, lastIndex: number) {
  const near = lastIndex >= rows.length - lookAhead;
  useEffect(() => {
    if (near && hasMore && !loadingMore) onEndReached?.();
  }, [near, hasMore, loadingMore, onEndReached, rows.length]);
}

function useBodyKeyboard<T>(props: TableBodyProps<T>, reveal: (index: number) => void) {
  const { rows, openRow, selection = emptySelection, onSelectionChange, getRowId } = props;
  const toggle = (index: number) => {
    const row = rows[index];
    if (!row) return;
    const id = getRowId(row);
    onSelectionChange?.(selectRows(selection, [id], !isSelected(selection, id)));
  };
  return useRowKeyboard({
    count: rows.length,
    reveal: (index) => {
      reveal(index);
      const row = rows[index];
      if (row) props.onActiveRowChange?.(row);
    },
    open: (index) => {
      const row = rows[index];
      if (row) openRow?.(row);
    },
    toggle: onSelectionChange && toggle,
    enabled: !props.loading,
  });
}

/** What each row does when clicked or ticked; a tick with Shift goes from the last ticked row to this one. */
function useRowBehaviours<T>(
  props: TableBodyProps<T>,
  state: { gridId: string; activeIndex: number; setIndex: (index: number) => void },
) {
  const { rows, selection = emptySelection, onSelectionChange, getRowId, openRow } = props;
  const lastTicked = useRef(-1);
  const toggle = (index: number, range: boolean) => {
    const from = range && lastTicked.current >= 0 ? Math.min(lastTicked.current, index) : index;
    const to = range && lastTicked.current >= 0 ? Math.max(lastTicked.current, index) : index;
    const ids = rows.slice(from, to + 1).map(getRowId);
    const target = rows[index];
    lastTicked.current = index;
    if (target) onSelectionChange?.(selectRows(selection, ids, !isSelected(selection, getRowId(target))));
  };
  return (row: T, index: number): Omit<RowBehaviour, 'style'> => ({
    id: `${state.gridId}-${index}`,
    rowIndex: index + 2,
    active: index === state.activeIndex,
    current: getRowId(row) === props.currentRowId,
    selected: isSelected(selection, getRowId(row)),
    onToggle: onSelectionChange && ((range) => toggle(index, range)),
    href: props.rowHref?.(row),
    onOpen:
      openRow &&
      (() => {
        state.setIndex(index);
        openRow(row);
      }),
  });
}

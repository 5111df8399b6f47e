'use client';

import type { MouseEvent, ReactNode } from 'react';
import { Check } from 'lucide-react';
import { cn } from '../cn';
import { uiTexts } from '../ui-texts';
import type { DataTableColumn } from './data-table-column';
import type { RowBehaviour } from './row-behaviour';
import { RowLink } from './row-link';

export interface TableRowProps<T> extends RowBehaviour {
  row: T;
  columns: readonly DataTableColumn<T>[];
  label: string;
}

/** One row of the table, in the tracks that `--columns` names: 38 pixels, the first column stays in sight. */
export function TableRow<T>({ row, columns, label, ...behaviour }: TableRowProps<T>) {
  const { active, current, selected, onToggle } = behaviour;
  return (
    <div {...rowAttributes(behaviour)} style={behaviour.style} className={cn(rowClass(behaviour), 'data-line')}>
      {onToggle && (
        <div role="gridcell" className="sticky left-0 z-10 justify-center bg-inherit px-0">
          <RowMark active={active || current} />
          <RowCheckbox label={label} selected={selected ?? false} onToggle={onToggle} />
        </div>
      )}
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          className={cellClass(column.align, index === 0 && (onToggle ? 'left-9 pl-1' : 'left-0'))}
        >
          {index === 0 && !onToggle && <RowMark active={active || current} />}
          <CellContent href={index === 0 ? behaviour.href : undefined} onOpen={behaviour.onOpen}>
            {column.cell(row)}
          </CellContent>
        </div>
      ))}
    </div>
  );
}

function cellClass(align: 'start' | 'end' | undefined, sticky: string | false): string | undefined {
  const classes = [align === 'end' && 'num justify-end', sticky && `sticky z-10 bg-inherit ${sticky}`].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}

function CellContent({ href, onOpen, children }: { href?: string; onOpen?: () => void; children: ReactNode }) {
  if (!href) return children;
  return (
    <RowLink href={href} onOpen={onOpen} className="flex min-w-0 items-center gap-2.5">
      {children}
    </RowLink>
  );
}

/** The line at the left edge of the row the keyboard is on. */
function RowMark({ active }: { active: boolean }) {
  return active ? <span aria-hidden="true" className="absolute inset-y-0 left-0 w-0.5 bg-accent" /> : null;
}

/** Bare, for there is one in each of hundreds of rows; otherwise as `Checkbox` looks and behaves. */
export function RowCheckbox({
  label,
  selected,
  onToggle,
}: {
  label: string;
  selected: boolean;
  onToggle: (range: boolean) => void;
}) {
  return (
    <button
      type="button"
      role="checkbox"
      // One tab stop per table: `x` and Space tick the row the keyboard is on.
      tabIndex={-1}
      aria-label={`${uiTexts.table.selectRow}: ${label}`}
      aria-checked={selected}
      data-state={selected ? 'checked' : 'unchecked'}
      className="check-box"
      onClick={(event) => onToggle(event.shiftKey)}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    >
      {selected && <Check aria-hidden="true" className="size-3" strokeWidth={3} />}
    </button>
  );
}

/** What a row tells assistive technology and the mouse, as a table row and as a card alike. */
export function rowAttributes({ id, rowIndex, selected, onToggle, onOpen }: RowBehaviour) {
  return {
    id,
    role: 'row',
    'aria-rowindex': rowIndex,
    'aria-selected': onToggle ? (selected ?? false) : undefined,
    onClick: (event: MouseEvent) => {
      const inner = event.target instanceof Element && event.target.closest('a,button,input,label,select,textarea');
      if (!inner && !window.getSelection()?.toString()) onOpen?.();
    },
  };
}

export function rowClass({ active, current, selected, onOpen }: RowBehaviour) {
  return cn(
    'data-row',
    onOpen && 'cursor-pointer',
    (selected || current) && 'bg-accent-soft hover:bg-accent-soft dark:hover:bg-accent-soft',
    active && 'z-[1]',
  );
}

'use client';

import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from '../checkbox';
import { cn } from '../cn';
import { uiTexts } from '../ui-texts';
import type { DataTableColumn } from './data-table-column';
import type { RowBehaviour } from './row-behaviour';
import { RowLink } from './row-link';

export interface TableRowProps<T> extends RowBehaviour {
  row: T;
  columns: readonly DataTableColumn<T>[];
  label: string;
  template: string;
}

/** One row of the table: 38 pixels, the first column stays in sight. */
export function TableRow<T>({ row, columns, label, template, ...behaviour }: TableRowProps<T>) {
  const { active, current, selected, onToggle } = behaviour;
  return (
    <div
      {...rowAttributes(behaviour)}
      style={{ ...behaviour.style, gridTemplateColumns: template }}
      className={cn(rowClass(behaviour), 'grid h-[38px] items-stretch')}
    >
      {onToggle && (
        <div role="gridcell" className="sticky left-0 z-10 flex items-center justify-center bg-inherit">
          <RowMark active={active || current} />
          <RowCheckbox label={label} selected={selected ?? false} onToggle={onToggle} />
        </div>
      )}
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          className={cn(
            'flex min-w-0 items-center gap-2 px-3 whitespace-nowrap',
            column.align === 'end' && 'num justify-end',
            index === 0 && 'sticky z-10 bg-inherit',
            index === 0 && (onToggle ? 'left-9 pl-1' : 'left-0'),
          )}
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
    <Checkbox
      // One tab stop per table: `x` and Space tick the row the keyboard is on.
      tabIndex={-1}
      aria-label={`${uiTexts.table.selectRow}: ${label}`}
      checked={selected}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        onToggle(event.shiftKey);
      }}
    />
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
    'absolute inset-x-0 top-0 border-b border-line bg-surface hover:bg-bg dark:hover:bg-raised',
    onOpen && 'cursor-pointer',
    (selected || current) && 'bg-accent-soft hover:bg-accent-soft dark:hover:bg-accent-soft',
    active && 'z-[1]',
  );
}

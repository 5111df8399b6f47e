'use client';

import type { ReactNode } from 'react';
import { cn } from '../cn';
import type { DataTableColumn } from './data-table-column';
import type { RowBehaviour } from './row-behaviour';
import { RowLink } from './row-link';
import { RowCheckbox, rowAttributes, rowClass } from './table-row';

export interface TableCardProps<T> extends RowBehaviour {
  row: T;
  label: string;
  columns: readonly DataTableColumn<T>[];
}

/** A row on a phone: the first column and an aside, below them one line of what matters. */
export function TableCard<T>({ row, label, columns, ...behaviour }: TableCardProps<T>) {
  const [title, ...others] = columns;
  const asides = others.filter((column) => column.card === 'aside');
  const lines = others.filter((column) => column.card === 'line');
  return (
    <div
      {...rowAttributes(behaviour)}
      style={behaviour.style}
      className={cn(rowClass(behaviour), 'flex h-16 items-center gap-3 px-3')}
    >
      {behaviour.onToggle && (
        <div role="gridcell" className="shrink-0">
          <RowCheckbox label={label} selected={behaviour.selected ?? false} onToggle={behaviour.onToggle} />
        </div>
      )}
      <div role="gridcell" className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex items-center gap-2">
          <CardTitle href={behaviour.href} onOpen={behaviour.onOpen}>
            {title?.cell(row)}
          </CardTitle>
          {asides.map((column) => (
            <span key={column.id} className="shrink-0">
              {column.cell(row)}
            </span>
          ))}
        </div>
        {/* A cell that is empty, or marks itself as such, has no place here. */}
        <div className="num flex gap-3 truncate text-sm text-ink-3 empty:hidden">
          {lines.map((column) => (
            <span key={column.id} className="truncate empty:hidden has-[[data-empty]]:hidden">
              {column.cell(row)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function CardTitle({ href, onOpen, children }: { href?: string; onOpen?: () => void; children: ReactNode }) {
  const className = 'flex min-w-0 flex-1 items-center gap-2.5';
  if (!href) return <div className={className}>{children}</div>;
  return (
    <RowLink href={href} onOpen={onOpen} className={className}>
      {children}
    </RowLink>
  );
}

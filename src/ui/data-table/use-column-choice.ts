'use client';

import { useMemo } from 'react';
import { useStoredText } from '../use-stored-text';

interface Choosable {
  id: string;
  pinned?: boolean;
  hiddenByDefault?: boolean;
}

export interface ColumnChoice {
  /** Ids of the columns to show, in the order of the table. */
  visible: readonly string[];
  show: (id: string, shown: boolean) => void;
  /** Back to what everyone sees at first; undefined when that is what is shown. */
  reset?: () => void;
}

/** The columns this person wants to see in one table, kept in this browser. */
export function useColumnChoice(table: string, columns: readonly Choosable[]): ColumnChoice {
  const [text, setText] = useStoredText(`rapport.columns.${table}`);
  const visible = useMemo(() => visibleColumns(columns, text), [columns, text]);
  const show = (id: string, shown: boolean) => {
    const next = columns.filter((column) => (column.id === id ? shown : visible.includes(column.id)));
    setText(next.map((column) => column.id).join(','));
  };
  return { visible, show, reset: text === null ? undefined : () => setText(null) };
}

/** Pinned columns and those named in `stored`; without a stored choice, those not hidden by default. */
export function visibleColumns(columns: readonly Choosable[], stored: string | null): string[] {
  const chosen = stored === null ? null : new Set(stored.split(','));
  return columns
    .filter(
      (column, index) => index === 0 || column.pinned || (chosen ? chosen.has(column.id) : !column.hiddenByDefault),
    )
    .map((column) => column.id);
}

import type { CSSProperties } from 'react';

/** What a row does and where it stands, whether drawn as a table row or as a card. */
export interface RowBehaviour {
  id: string;
  /** Its place in the whole table, the head being 1. */
  rowIndex: number;
  style: CSSProperties;
  /** The keyboard is on it. */
  active: boolean;
  /** Its record is open beside the table. */
  current: boolean;
  selected?: boolean;
  /** Ticks it; with `range`, all from the last ticked one to here. */
  onToggle?: (range: boolean) => void;
  href?: string;
  onOpen?: () => void;
}

import type { ParsedHandle, ParsedRow, RowIssue } from './parsed-row';
import type { ColumnPlan, ImportPlan } from './plan-import';

/** A row while its cells are read; `broken` is the first handle or address that cannot be one. */
export interface RowDraft {
  row: ParsedRow;
  plan: ImportPlan;
  broken?: RowIssue;
  /** The column each handle was first found in. */
  foundIn: Map<ParsedHandle, number>;
}

export interface FilledCell {
  column: ColumnPlan;
  text: string;
}

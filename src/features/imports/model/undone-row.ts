import type { RowChanges } from './batch-draft';

/** A row whose changes are taken back. */
export interface UndoneRow {
  rowNumber: number;
  creatorId: string;
  changes: RowChanges;
}

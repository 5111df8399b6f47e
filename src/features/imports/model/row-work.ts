import type { BatchDraft, RowChanges } from './batch-draft';
import type { KnownCreator } from './known-creator';
import type { ParsedRow } from './parsed-row';

/** A row while it is applied to its creator. */
export interface RowWork {
  draft: BatchDraft;
  row: ParsedRow;
  creator: KnownCreator;
  /** The first row of this import that is of this creator: it may overwrite, later ones only fill. */
  first: boolean;
  /** The row went to this creator before, when its file was imported. */
  repeated: boolean;
  changes: RowChanges;
  /** What was added, as the creator's event shows it. */
  added: Record<string, string[]>;
  /** Numbers of handles, which are kept as rows of their own. */
  metricChanged: boolean;
}

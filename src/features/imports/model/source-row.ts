/** Why a record could not be read as a row; it is rejected, and reading goes on with the next line. */
export type RecordProblem = 'unclosed_quote' | 'row_too_long' | 'too_many_columns' | 'not_storable';

/** What was changed in a record so that it can be stored. */
export type RecordNote = 'nul_removed';

/** One record of a file as it stands there: header, data, or what is left of a broken one. */
export interface SourceRecord {
  /** Line of the file, or row of the sheet, where it begins; from 1. */
  lineNumber: number;
  cells: string[];
  problem?: RecordProblem;
  notes?: RecordNote[];
}

/** A record below the header. `rowNumber` counts data rows from 1 without gaps, broken ones included. */
export interface SourceRow extends SourceRecord {
  rowNumber: number;
}

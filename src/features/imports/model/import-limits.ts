/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** Largest workbook taken, in bytes: a zip is read from its end, so it has to fit in memory. */
export const MAX_WORKBOOK_BYTES = 48 * 1024 * 1024;
/** Largest sum of a workbook's unpacked parts, in bytes; beyond it the file is taken for a zip bomb. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
/** Largest unpacked table of a workbook's texts, in bytes: it is held in memory while the sheet is read. */
export const MAX_SHARED_STRINGS_BYTES = 64 * 1024 * 1024;
/** Columns of one row; a row with more is rejected, a header row with more rejects the file. */
export const MAX_COLUMNS = 500;
/** Characters of one row; also how far a quote without its end is followed. */
export const MAX_RECORD_CHARS = 8 * 1024 * 1024;
/** Characters of a rejected row that are kept for the report. */
export const MAX_REPORTED_CELL_CHARS = 32_000;
/** Characters of one short value: a name, a tag, a city. */
export const MAX_SHORT_CHARS = 200;
/** Characters of one custom field's text. */
export const MAX_TEXT_CHARS = 10_000;
/** Characters of a note. */
export const MAX_NOTE_CHARS = 100_000;
/** Tags, addresses or phones taken from one cell. */
export const MAX_LIST_ITEMS = 50;
/** Rows whose values decide what a column holds. */
export const PROFILE_ROWS = 2_000;

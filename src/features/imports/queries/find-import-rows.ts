import type { Outcome } from '@/features/imports/model/batch-draft';
import type { RowIssue } from '@/features/imports/model/parsed-row';
import type { ImportRow, ImportRowPage } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

export interface FindImportRowsInput {
  importId: string;
  outcome?: Outcome | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface Row extends Omit<ImportRow, 'message' | 'warnings'> {
  issues: RowIssue[] | null;
}

/**
 * Rows of an import in the order of the file, with what became of each.
 * @throws AppError not_found, invalid_input for a foreign cursor
 */
export async function findImportRows(
  tx: Tx,
  { importId, outcome, limit, cursor }: FindImportRowsInput,
): Promise<ImportRowPage> {
  const [known] = await tx.rows<{ id: string }>(sql`select id from import where id = ${importId}::uuid`);
  if (!known) throw new AppError('not_found');
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, [(part) => /^\d{1,9}$/.test(part)])[0]);
  const rows = await tx.rows<Row>(sql`
    select r.row_number as "rowNumber", r.line_number as "lineNumber", r.cells, r.outcome, r.field, r.reason,
      r.creator_id as "creatorId", c.display_name as "creatorName", r.issues
    from import_row r left join creator c on c.id = r.creator_id
    where r.import_id = ${importId}::uuid ${outcome ? sql`and r.outcome = ${outcome}` : noSql}
      and r.row_number > ${after} order by r.row_number limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page.map(toImportRow),
    nextCursor: last && rows.length > limit ? encodeCursor([String(last.rowNumber)]) : null,
  };
}

function toImportRow({ issues, ...row }: Row): ImportRow {
  const all = issues ?? [];
  const left = row.outcome === 'rejected' || row.outcome === 'skipped';
  const [why, ...others] = all;
  return {
    ...row,
    creatorId: row.creatorId && encodeId('creator', row.creatorId),
    message: left && why ? why.message : null,
    warnings: left ? others : all,
  };
}

import { noCounts } from '@/features/imports/model/batch-draft';
import { countOutcomes } from '@/features/imports/queries/count-outcomes';
import { importSummaryColumns, toSummary, type SummaryRow } from '@/features/imports/queries/import-summary';
import type { ImportPage } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isUuid } from '@/shared/ids';

export interface FindImportsInput {
  limit: number;
  cursor?: string | undefined;
}

/** Imports, the newest first. @throws AppError invalid_input for a foreign cursor */
export async function findImports(tx: Tx, { limit, cursor }: FindImportsInput): Promise<ImportPage> {
  const after = cursor === undefined ? sql`true` : sql`i.id < ${decodeCursor(cursor, [isUuid])[0]}::uuid`;
  const rows = await tx.rows<SummaryRow>(sql`
    select ${importSummaryColumns}
    from import i left join membership m on m.id = i.created_by left join app_user u on u.id = m.user_id
    where ${after} order by i.id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const counts = await countOutcomes(
    tx,
    page.map((row) => row.id),
  );
  const last = page.at(-1);
  return {
    data: page.map((row) => toSummary(row, counts.get(row.id) ?? { rows: 0, ...noCounts() })),
    nextCursor: last && rows.length > limit ? encodeCursor([last.id]) : null,
  };
}

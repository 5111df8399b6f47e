import type { ImportState } from '@/features/imports/model/import-transitions';
import type { ImportCounts, ImportSummary } from '@/features/imports/schemas/import';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

export interface SummaryRow {
  id: string;
  state: ImportState;
  fileName: string;
  createdAt: Date;
  createdBy: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  failure: string | null;
  rowsDone: number;
  rowsTotal: number | null;
}

/** Of `import i` with its uploader `app_user u`. */
export const importSummaryColumns = sql`i.id, i.state, i.file_name as "fileName", i.created_at as "createdAt",
  u.name as "createdBy", i.started_at as "startedAt", i.finished_at as "finishedAt", i.failure,
  i.rows_done as "rowsDone", i.rows_total as "rowsTotal"`;

export function toSummary(row: SummaryRow, counts: ImportCounts): ImportSummary {
  return {
    id: encodeId('import', row.id),
    state: row.state,
    fileName: row.fileName,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    failure: row.failure,
    counts,
    progress: { done: row.rowsDone, total: row.rowsTotal ?? row.rowsDone },
  };
}

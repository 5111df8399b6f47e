import type { ExportFormat, ExportRequest } from '@/features/creators/schemas/export';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

export interface StartedExport {
  format: ExportFormat;
  request: ExportRequest;
  createdAt: Date;
}

/** Begins an export, or begins it again after a crash: a file is written as a whole. Null when it is over. */
export async function startExport(tx: Tx, id: string): Promise<StartedExport | null> {
  const [started] = await tx.rows<StartedExport>(sql`
    update export set state = 'running', rows_done = 0 where id = ${id}::uuid and state in ('pending', 'running')
    returning format, request, created_at as "createdAt"`);
  return started ?? null;
}

import type { ImportMapping } from '@/features/imports/model/import-settings';
import type { ImportState } from '@/features/imports/model/import-transitions';
import type { StoredAnalysis, StoredSettings } from '@/features/imports/model/stored-import';
import type { Expected, Undo } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface LockedImport {
  id: string;
  state: ImportState;
  fileName: string;
  fileHash: string;
  analysis: StoredAnalysis;
  mapping: ImportMapping | null;
  settings: StoredSettings;
  expected: Expected | null;
  undo: Undo | null;
  rowsDone: number;
  startedAt: Date | null;
  version: number;
}

/** The import, held until the transaction ends. @throws AppError not_found */
export async function lockImport(tx: Tx, id: string): Promise<LockedImport> {
  const [row] = await tx.rows<LockedImport>(sql`
    select i.id, i.state, i.file_name as "fileName", f.hash as "fileHash", i.analysis, i.mapping, i.settings, i.expected,
      i.undo, i.rows_done as "rowsDone", i.started_at as "startedAt", i.version
    from import i join stored_file f on f.id = i.file_id where i.id = ${id}::uuid for no key update of i`);
  if (!row) throw new AppError('not_found');
  return row;
}

/** What a batch needs to know before it begins, without reading the analysis again. */
export interface ImportProgress {
  state: ImportState;
  rowsDone: number;
  version: number;
}

/** The same, only where it stands. */
export async function lockProgress(tx: Tx, id: string): Promise<ImportProgress> {
  const [row] = await tx.rows<ImportProgress>(sql`
    select state, rows_done as "rowsDone", version from import where id = ${id}::uuid for no key update`);
  if (!row) throw new AppError('not_found');
  return row;
}

import { importUploaded } from '@/features/imports/events';
import type { StoredBytes } from '@/platform/storage/put-file';
import type { StoredAnalysis } from '@/features/imports/model/stored-import';
import { storable, toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { createStoredFile } from '@/platform/storage/create-stored-file';
import { newId } from '@/shared/ids';

/** An upload that is in the storage. */
export interface KeptFile {
  stored: StoredBytes;
  name: string;
  contentType: string;
}

export interface CreateImportInput extends KeptFile {
  analysis: StoredAnalysis;
}

/** Begins an import of a file that is kept and analysed; records `import.uploaded`. Answers its id. */
export async function createImport(
  tx: Tx,
  { stored, name, contentType, analysis }: CreateImportInput,
): Promise<string> {
  const { actor, workspaceId, now } = tx.ctx;
  const id = newId();
  const fileName = storable(name).slice(0, 255) || 'list';
  const fileId = await createStoredFile(tx, { ...stored, name: fileName, contentType });
  const createdBy = actor.type === 'user' ? actor.membershipId : null;
  await tx.execute(sql`
    insert into import (id, workspace_id, state, file_name, file_id, analysis, rows_total, created_by, created_at)
    values (${id}::uuid, ${workspaceId}::uuid, 'uploaded', ${fileName}, ${fileId}::uuid, ${toJson(analysis)}::jsonb,
      ${analysis.rowCount}, ${createdBy}::uuid, ${now})`);
  await recordEvent(tx, importUploaded, { subjectId: id, payload: { fileName, rows: analysis.rowCount } });
  return id;
}

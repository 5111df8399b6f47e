import { createImport, type KeptFile } from '@/features/imports/commands/create-import';
import { analyzeFile, type AnalyzeOptions } from '@/features/imports/model/analyze-file';
import { MAX_FILE_BYTES } from '@/features/imports/model/import-limits';
import { readTable } from '@/features/imports/model/read-table';
import type { SourceRow } from '@/features/imports/model/source-row';
import type { StoredAnalysis } from '@/features/imports/model/stored-import';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { putFile } from '@/platform/storage/put-file';
import { readStoredFile } from '@/platform/storage/read-stored-file';

export interface UploadedFile {
  bytes: AsyncIterable<Uint8Array>;
  name: string;
  contentType: string;
}

const previewRows = 10;
/** Of a cell in the preview. */
const previewChars = 500;

/**
 * Keeps an upload, reads it once to say what it is, and begins an import of it. Streams: nothing of the file's size is
 * held in memory. Not inside a transaction. Answers the import's id.
 * @throws AppError limit_exceeded, invalid_input (not a table, damaged, no rows), as `analyzeFile`
 */
export async function uploadImport(ctx: Context, file: UploadedFile, options?: AnalyzeOptions): Promise<string> {
  const stored = await putFile(ctx, file.bytes, MAX_FILE_BYTES);
  const kept = { stored, name: file.name, contentType: file.contentType };
  const analysis = await analyzeUpload(ctx, kept, options);
  return inWorkspace(ctx, (tx) => createImport(tx, { ...kept, analysis }));
}

/** What a kept file is, with its first rows. Not inside a transaction. */
export async function analyzeUpload(
  ctx: Context,
  { stored, name }: KeptFile,
  options: AnalyzeOptions = {},
): Promise<StoredAnalysis> {
  const analysis = await analyzeFile(await readStoredFile(ctx, stored.hash), name, options);
  const firstRows: SourceRow[] = [];
  for await (const row of readTable(await readStoredFile(ctx, stored.hash), analysis.format)) {
    firstRows.push({ ...row, cells: row.cells.map((cell) => cell.slice(0, previewChars)) });
    if (firstRows.length === previewRows) break;
  }
  return { ...analysis, firstRows };
}

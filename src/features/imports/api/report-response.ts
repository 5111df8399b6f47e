import { reportFile, type ReportRow } from '@/features/imports/model/report-file';
import { findImportRows } from '@/features/imports/queries/find-import-rows';
import { getImport } from '@/features/imports/queries/get-import';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';

/** The rejected rows of an import as a file, written while it is read. @throws AppError not_found */
export async function reportResponse(ctx: Context, id: string): Promise<Response> {
  const found = await inWorkspace(ctx, (tx) => getImport(tx, id));
  const columns = found.columns.map((column) => column.key);
  const pieces = reportFile(columns, rejectedRows(ctx, id));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`rejected ${found.fileName}`)}`,
      'cache-control': 'private, no-store',
    },
  });
}

async function* rejectedRows(ctx: Context, importId: string): AsyncGenerator<ReportRow> {
  let cursor: string | undefined;
  do {
    const page = await inWorkspace(ctx, (tx) =>
      findImportRows(tx, { importId, outcome: 'rejected', limit: 200, cursor }),
    );
    for (const { lineNumber, cells, message, reason } of page.data)
      yield { lineNumber, cells, reason: message ?? reason ?? '' };
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

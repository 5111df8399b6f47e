import { Readable } from 'node:stream';
import { exportDownloaded } from '@/features/creators/events';
import { readExport } from '@/features/creators/queries/get-export';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { AppError } from '@/shared/errors';

/** The file of an export of one's own. @throws AppError not_found; invalid_state while there is none; unavailable */
export async function exportFileResponse(ctx: Context, id: string): Promise<Response> {
  const file = await inWorkspace(ctx, async (tx) => {
    const found = (await readExport(tx, id)).file;
    if (!found) throw new AppError('invalid_state', { reason: 'no_file', message: 'This export has no file yet.' });
    return found;
  });
  const body = await readStoredFile(ctx, file.hash);
  await inWorkspace(ctx, (tx) =>
    recordEvent(tx, exportDownloaded, { subjectId: id, payload: { fileName: file.name } }),
  );
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

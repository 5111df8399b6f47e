import type { KeptFile } from '@/features/imports/commands/create-import';
import { MAX_FILE_BYTES } from '@/features/imports/model/import-limits';
import type { Context } from '@/platform/auth/context';
import { readMultipart } from '@/platform/http/read-multipart';
import { putFile } from '@/platform/storage/put-file';
import { AppError } from '@/shared/errors';

/** The file of a multipart request, kept, and the fields beside it. @throws AppError invalid_input, limit_exceeded */
export async function receiveUpload(
  ctx: Context,
  request: Request,
): Promise<{ kept: KeptFile; fields: Record<string, string> }> {
  const { file, fields } = await readMultipart(request, async ({ field, name, contentType, bytes }) => {
    if (field !== 'file') throw missing(`has no field ${field}`);
    return { stored: await putFile(ctx, bytes, MAX_FILE_BYTES), name, contentType };
  });
  if (!file) throw missing('is missing');
  return { kept: file, fields };
}

function missing(message: string): AppError {
  return new AppError('invalid_input', {
    reason: 'no_file',
    message: `file: ${message}`,
    fields: [{ path: 'file', message }],
  });
}

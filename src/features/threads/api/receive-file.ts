import { contentTypeSchema, fileNameSchema, mostAttachmentBytes } from '@/features/threads/schemas/queue-message';
import type { StoredFileDto } from '@/features/threads/schemas/stored-file';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { invalidInput } from '@/platform/http/to-app-error';
import { createStoredFile } from '@/platform/storage/create-stored-file';
import { putFile } from '@/platform/storage/put-file';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/**
 * Keeps the body of a request as a file called `?name=`; streamed, so that its size is no matter of memory.
 * @throws AppError invalid_input (name), limit_exceeded
 */
export async function receiveFile(ctx: Context, request: Request): Promise<Response> {
  const name = fileNameSchema.safeParse(new URL(request.url).searchParams.get('name') ?? '');
  if (!name.success) throw invalidInput(name.error);
  const given = contentTypeSchema.safeParse(request.headers.get('content-type')?.split(';')[0]?.trim());
  const contentType = given.success ? given.data : 'application/octet-stream';
  if (!request.body) throw new AppError('invalid_input', { message: 'Send the file as the body of the request.' });
  const stored = await putFile(ctx, request.body, mostAttachmentBytes);
  const id = await inWorkspace(ctx, (tx) => createStoredFile(tx, { ...stored, name: name.data, contentType }));
  const answer: StoredFileDto = { id: encodeId('file', id), name: name.data, contentType, ...stored };
  return Response.json(answer, { status: 201 });
}

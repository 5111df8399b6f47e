import { Readable } from 'node:stream';
import { getAttachment } from '@/features/threads/queries/get-attachment';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { decodeId } from '@/shared/ids';

/**
 * The bytes of an attachment, always to be saved and never to be shown: it may be anything somebody sent.
 * @throws AppError not_found, unavailable
 */
export async function answerAttachment(ctx: Context, params: Record<string, string>): Promise<Response> {
  const messageId = decodeId('message', params.id ?? '');
  const attachmentId = decodeId('attachment', params.attachmentId ?? '');
  const file = await inWorkspace(ctx, (tx) => getAttachment(tx, { messageId, attachmentId }));
  const stream = await readStoredFile(ctx, file.hash);
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeRfc5987(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

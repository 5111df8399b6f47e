import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fetchPictures } from '@/features/threads/api/fetch-pictures';
import { getMailSource, type MailSource } from '@/features/threads/queries/get-mail-source';
import type { MailHtml } from '@/features/threads/schemas/mail-html';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sanitizeMail } from '@/platform/html/sanitize-mail';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { AppError } from '@/shared/errors';
import { decodeId } from '@/shared/ids';

/** A mail byte for byte as it came, to be saved. @throws AppError not_found, unavailable */
export async function answerRawMail(ctx: Context, id: string): Promise<Response> {
  const { raw } = await inWorkspace(ctx, (tx) => getMailSource(tx, decodeId('message', id)));
  if (!raw) throw new AppError('not_found');
  const stream = await readStoredFile(ctx, raw.hash);
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': 'message/rfc822',
      'content-length': String(raw.size),
      'content-disposition': 'attachment; filename="message.eml"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * A mail as its sender formatted it, as a document for a frame that runs nothing. Its own pictures are in it; those from
 * elsewhere only with `images`: then this server fetches them, past the guard against private hosts.
 * @throws AppError not_found, limit_exceeded
 */
export async function answerMailHtml(ctx: Context, id: string, { images }: { images: boolean }): Promise<Response> {
  const source = await inWorkspace(ctx, (tx) => getMailSource(tx, decodeId('message', id)));
  const own = await readOwnPictures(ctx, source);
  const remote = new Set<string>();
  const first = sanitize(source.html, (address) => {
    if (/^https?:/i.test(address)) remote.add(address);
    return own.get(address) ?? null;
  });
  const fetched = images ? await fetchPictures([...remote]) : new Map<string, string>();
  const body = images ? sanitize(source.html, (address) => own.get(address) ?? fetched.get(address) ?? null) : first;
  const answer: MailHtml = { html: toDocument(body), remoteImages: remote.size };
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
}

function sanitize(html: string, show: (source: string) => string | null): string {
  const clean = sanitizeMail(html, { show });
  if (clean !== null) return clean;
  const message =
    'The formatting of this message is too large to be shown. Its words are above; download it to see all.';
  throw new AppError('limit_exceeded', { reason: 'too_large', message });
}

const mostPictureBytes = 5_000_000;
const shownTypes = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

async function readOwnPictures(ctx: Context, { pictures }: MailSource): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  let left = mostPictureBytes;
  for (const { contentId, contentType, hash, size } of pictures) {
    if (!shownTypes.test(contentType) || size > left) continue;
    left -= size;
    const bytes = await buffer(await readStoredFile(ctx, hash)).catch(() => null);
    if (bytes)
      shown.set(`cid:${contentId.replace(/^<|>$/g, '')}`, `data:${contentType};base64,${bytes.toString('base64')}`);
  }
  return shown;
}

/** Says once more what a frame without an origin allows: nothing but pictures that are in it, and styles. */
function toDocument(body: string): string {
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">`,
    '<style>body{font:14px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff;margin:12px;overflow-wrap:anywhere}',
    'img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}</style></head>',
    `<body>${body}</body></html>`,
  ].join('');
}

import { z } from 'zod';
import { answerAttachment } from '@/features/threads/api/answer-attachment';
import { answerMailHtml, answerRawMail } from '@/features/threads/api/answer-mail';
import { receiveFile } from '@/features/threads/api/receive-file';
import { mailHtmlSchema } from '@/features/threads/schemas/mail-html';
import { storedFileSchema } from '@/features/threads/schemas/stored-file';
import { defineRawRoute } from '@/platform/http/define-route';

const binary = z.string().meta({ description: 'The bytes of the file', format: 'binary' });

export const uploadFileRoute = defineRawRoute({
  name: 'upload-file',
  method: 'POST',
  path: '/files',
  permission: 'message.send',
  summary: 'Upload one file of up to 25 MB, to attach it to a message by its id',
  query: z.strictObject({ name: z.string().meta({ description: 'What the file is called' }) }),
  requestBody: { contentType: 'application/octet-stream', schema: binary },
  answer: storedFileSchema,
  status: 201,
  respond: (ctx, request) => receiveFile(ctx, request),
});

export const getAttachmentRoute = defineRawRoute({
  name: 'get-attachment',
  method: 'GET',
  path: '/messages/{id}/attachments/{attachmentId}',
  permission: 'message.read',
  summary: 'The bytes of an attachment',
  params: z.object({ id: z.string(), attachmentId: z.string() }),
  answer: binary,
  answerType: 'application/octet-stream',
  respond: (ctx, _request, params) => answerAttachment(ctx, params),
});

export const getMailHtmlRoute = defineRawRoute({
  name: 'get-mail-html',
  method: 'GET',
  path: '/messages/{id}/html',
  permission: 'message.read',
  summary: 'A mail as its sender formatted it, sanitised. With `images=1` pictures from elsewhere are fetched into it',
  params: z.object({ id: z.string() }),
  query: z.strictObject({ images: z.enum(['0', '1']).optional() }),
  answer: mailHtmlSchema,
  respond: (ctx, request, { id = '' }) =>
    answerMailHtml(ctx, id, { images: new URL(request.url).searchParams.get('images') === '1' }),
});

export const getRawMailRoute = defineRawRoute({
  name: 'get-raw-mail',
  method: 'GET',
  path: '/messages/{id}/raw',
  permission: 'message.read',
  summary: 'A mail byte for byte as it came',
  params: z.object({ id: z.string() }),
  answer: binary,
  answerType: 'message/rfc822',
  respond: (ctx, _request, { id = '' }) => answerRawMail(ctx, id),
});

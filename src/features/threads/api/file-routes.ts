import { z } from 'zod';
import { answerAttachment } from '@/features/threads/api/answer-attachment';
import { receiveFile } from '@/features/threads/api/receive-file';
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

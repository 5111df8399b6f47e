import { Readable } from 'node:stream';
import { createImportRoute } from '@/features/imports/api/create-import-route';
import type { Answer } from './call-route';

export interface ListUpload {
  key: string;
  name?: string;
  content: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Beside the file. */
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

const boundary = 'a-boundary-of-a-test';

/** POST /api/v1/imports, streamed as a client would. */
export async function postList({ key, name = 'list.csv', content, fields = {}, headers }: ListUpload): Promise<Answer> {
  const request = new Request('http://localhost/api/v1/imports', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
    body: Readable.toWeb(Readable.from(writeForm({ name, content, fields }))),
    duplex: 'half',
  } as RequestInit);
  const response = await createImportRoute.handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

async function* writeForm({ name, content, fields }: Required<Pick<ListUpload, 'name' | 'content' | 'fields'>>) {
  for (const [field, value] of Object.entries(fields))
    yield Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`);
  const disposition = `content-disposition: form-data; name="file"; filename="${name}"`;
  yield Buffer.from(`--${boundary}\r\n${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n`);
  if (typeof content === 'string') yield Buffer.from(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

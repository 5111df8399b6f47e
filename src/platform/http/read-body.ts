import { AppError } from '@/shared/errors';

/**
 * The body as JSON, read no further than `maxBytes`.
 * @throws AppError limit_exceeded, invalid_input (not JSON)
 */
export async function readJson(request: Request, maxBytes: number): Promise<{ value: unknown; text: string }> {
  const text = (await readBytes(request, maxBytes)).toString('utf8');
  if (text === '') return { value: {}, text };
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch {
    throw new AppError('invalid_input', { reason: 'not_json', message: 'The body is not valid JSON.' });
  }
}

/** The body as it came, read no further than `maxBytes`; empty where there is none. @throws AppError limit_exceeded */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new AppError('limit_exceeded', { message: `The body is larger than ${maxBytes} bytes.` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

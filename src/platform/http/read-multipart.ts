import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import busboy from 'busboy';
import { AppError } from '@/shared/errors';

export interface ReceivedFile {
  /** The field it came in. */
  field: string;
  /** As the sender called it. */
  name: string;
  contentType: string;
  bytes: AsyncIterable<Uint8Array>;
}

export interface Multipart<Kept> {
  fields: Record<string, string>;
  /** What became of the only file; absent when none was sent. */
  file?: Kept;
}

const maxFields = 50;
const maxFieldBytes = 1024 * 1024;

/**
 * Reads `multipart/form-data` with one file, which is handed to `keepFile` as it streams in, so that its size is not
 * held in memory. Fields may stand before and behind it.
 * @throws AppError invalid_input, limit_exceeded, and what `keepFile` throws
 */
export async function readMultipart<Kept>(
  request: Request,
  keepFile: (file: ReceivedFile) => Promise<Kept>,
): Promise<Multipart<Kept>> {
  const body = request.body;
  if (!body) throw notMultipart();
  const parser = openParser(request);
  const fields: Record<string, string> = {};
  const source = Readable.fromWeb(body as WebStream);
  return new Promise((resolve, reject) => {
    let file: Promise<Kept> | undefined;
    const fail = (error: unknown) => {
      source.unpipe(parser);
      source.destroy();
      parser.destroy();
      reject(error instanceof Error ? error : notMultipart());
    };
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated || name in fields) fail(badField(name, valueTruncated));
      else fields[name] = value;
    });
    parser.on('file', (field, stream, { filename, mimeType }) => {
      if (file) {
        fail(severalFiles());
        return;
      }
      file = keepFile({ field, name: filename ?? '', contentType: mimeType, bytes: stream });
      file.catch(fail);
    });
    parser.on('fieldsLimit', () => fail(badField('', false)));
    parser.on('filesLimit', () => fail(severalFiles()));
    parser.on('error', () => fail(notMultipart()));
    source.on('error', () => fail(notMultipart()));
    parser.on('close', () => {
      if (!file) resolve({ fields });
      else file.then((kept) => resolve({ fields, file: kept }), fail);
    });
    source.pipe(parser);
  });
}

function openParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: { fields: maxFields, fieldSize: maxFieldBytes, files: 1 },
    });
  } catch {
    throw notMultipart();
  }
}

function notMultipart(): AppError {
  return new AppError('invalid_input', {
    reason: 'not_multipart',
    message: 'Send the file as multipart/form-data, whole.',
  });
}

function severalFiles(): AppError {
  return new AppError('invalid_input', { reason: 'several_files', message: 'Send one file at a time.' });
}

function badField(name: string, tooLong: boolean): AppError {
  const message = tooLong ? 'is too long' : 'is given twice, or there are too many fields';
  return new AppError('invalid_input', { message: `${name}: ${message}`, fields: [{ path: name, message }] });
}

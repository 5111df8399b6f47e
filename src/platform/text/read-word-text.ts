import { createInflateRaw } from 'node:zlib';
import type { FileText } from '@/platform/text/file-text';

const mostUnpacked = 60 * 1024 * 1024;
const mostParts = 2000;

/** The text of a Word document (DOCX). Unpacked once without keeping it first: a bomb lies about its size. */
export async function readWordText(bytes: Buffer): Promise<FileText> {
  try {
    if (!(await unpacksWithin(bytes, mostUnpacked))) return { text: '', gap: 'too_large' };
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    return { text: value, gap: null };
  } catch {
    return { text: '', gap: 'damaged' };
  }
}

/** Whether all parts of a zip together are no larger; by what comes out, not by what the archive says. */
async function unpacksWithin(archive: Buffer, most: number): Promise<boolean> {
  let left = most;
  let parts = 0;
  for (const packed of packedParts(archive)) {
    parts += 1;
    left -= await unpackedSize(packed, left);
    if (left < 0 || parts > mostParts) return false;
  }
  return true;
}

/** By the directory at the end, as readers of zips find them. */
function* packedParts(archive: Buffer): Generator<{ method: number; data: Buffer }> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new RangeError('no zip');
  let place = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const local = archive.readUInt32LE(place + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    yield {
      method: archive.readUInt16LE(place + 10),
      data: archive.subarray(start, start + archive.readUInt32LE(place + 20)),
    };
    place += 46 + [28, 30, 32].reduce((sum, field) => sum + archive.readUInt16LE(place + field), 0);
  }
}

/** In bytes; stops a little above `most`. */
async function unpackedSize({ method, data }: { method: number; data: Buffer }, most: number): Promise<number> {
  if (method === 0) return data.length;
  const inflate = createInflateRaw();
  inflate.end(data);
  let size = 0;
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) break;
  }
  return size;
}

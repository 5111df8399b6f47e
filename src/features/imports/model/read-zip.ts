import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { AppError } from '@/shared/errors';

export interface ZipEntry {
  path: string;
  /** 0 stored, 8 deflated. */
  method: number;
  packed: Buffer;
  /** As the directory declares it; `measureEntry` checks. */
  size: number;
}

/** Parts of an archive by path, from its directory. Throws `invalid_input`, reason `damaged_workbook`. */
export function readZip(archive: Buffer): Map<string, ZipEntry> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) throw damaged();
  const entries = new Map<string, ZipEntry>();
  let position = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (position + 46 > archive.length || archive.readUInt32LE(position) !== 0x02014b50) throw damaged();
    const nameLength = archive.readUInt16LE(position + 28);
    const path = archive.toString('utf8', position + 46, position + 46 + nameLength).replace(/^\//, '');
    entries.set(path, entryAt(archive, position, path));
    position += 46 + nameLength + archive.readUInt16LE(position + 30) + archive.readUInt16LE(position + 32);
  }
  return entries;
}

function entryAt(archive: Buffer, position: number, path: string): ZipEntry {
  const encrypted = (archive.readUInt16LE(position + 8) & 1) === 1;
  const method = archive.readUInt16LE(position + 10);
  const packedSize = archive.readUInt32LE(position + 20);
  const local = archive.readUInt32LE(position + 42);
  if (encrypted || (method !== 0 && method !== 8) || local + 30 > archive.length) throw damaged();
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + packedSize > archive.length) throw damaged();
  const packed = archive.subarray(start, start + packedSize);
  return { path, method, packed, size: archive.readUInt32LE(position + 24) };
}

/** A small part as text; `limit` in bytes. */
export function unpackText(entry: ZipEntry, limit: number): string {
  if (entry.method === 0) return entry.packed.toString('utf8', 0, limit);
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: limit }).toString('utf8');
  } catch {
    throw entry.size > limit ? tooLarge() : damaged();
  }
}

/**
 * Unpacks a part without keeping it, because a bomb lies about its size. Throws `limit_exceeded`, reason
 * `workbook_too_large`, as soon as more than `limit` bytes come out.
 */
export async function measureEntry(entry: ZipEntry, limit: number): Promise<number> {
  if (entry.size > limit) throw tooLarge();
  if (entry.method === 0) return entry.packed.length;
  const inflate = createInflateRaw();
  inflate.end(entry.packed);
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) break;
    }
  } catch {
    throw damaged();
  }
  if (size > limit) throw tooLarge();
  return size;
}

/** An archive of just these parts, in this order and with sizes before the data, for readers that stream. */
export function writeZip(parts: Pick<ZipEntry, 'path' | 'method' | 'packed' | 'size'>[]): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return [...parts.flatMap((part) => [localHeader(part), part.packed]), end];
}

function localHeader({ path, method, packed, size }: ZipEntry): Buffer {
  const name = Buffer.from(path);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function damaged(): AppError {
  const message =
    'The workbook is damaged, encrypted or no workbook. Open it in your program, save it as XLSX or CSV, and upload that.';
  return new AppError('invalid_input', { reason: 'damaged_workbook', message });
}

function tooLarge(): AppError {
  const message = 'The workbook unpacks to more than is read. Save the sheet as CSV and upload that.';
  return new AppError('limit_exceeded', { reason: 'workbook_too_large', message });
}

import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '@/platform/auth/context';
import { storagePath, workspaceFolder } from '@/platform/storage/storage-path';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

export interface StoredBytes {
  /** SHA-256, hex. */
  hash: string;
  size: number;
}

/**
 * Keeps bytes under the hash of their content, below the workspace's folder. They are on the disk, whole, before this
 * answers; the same content twice is kept once. Never inside a transaction.
 * @throws AppError limit_exceeded, reason file_too_large, as soon as more than `maxBytes` arrived
 */
export async function putFile(
  ctx: Context,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBytes> {
  const incoming = join(workspaceFolder(ctx), 'incoming');
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, newId());
  try {
    const stored = await write(temporary, source, maxBytes);
    const path = storagePath(ctx, stored.hash);
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return stored;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function write(
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBytes> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('limit_exceeded', {
    reason: 'file_too_large',
    message: `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
  });
}

/** A rename is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

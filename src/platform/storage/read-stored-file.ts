import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Context } from '@/platform/auth/context';
import { storagePath } from '@/platform/storage/storage-path';
import { AppError } from '@/shared/errors';

/**
 * The bytes kept under this hash, as a stream that closes its file when it ends or is destroyed.
 * @throws AppError unavailable, reason file_missing, when the storage does not have them
 */
export async function readStoredFile(ctx: Context, hash: string): Promise<Readable> {
  try {
    return (await open(storagePath(ctx, hash))).createReadStream();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AppError('unavailable', {
      reason: 'file_missing',
      message: 'The storage does not have this file.',
    });
  }
}

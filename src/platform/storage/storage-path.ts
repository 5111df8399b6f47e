import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '@/platform/auth/context';
import { env } from '@/platform/env/env';
import { AppError } from '@/shared/errors';

/** The workspace's own folder in the storage of `STORAGE_URL`. */
export function workspaceFolder(ctx: Context): string {
  return join(fileURLToPath(env().STORAGE_URL), ctx.workspaceId);
}

/** Where the bytes with this SHA-256 (hex) are. @throws AppError not_found for anything that is no such hash */
export function storagePath(ctx: Context, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new AppError('not_found');
  return join(workspaceFolder(ctx), hash.slice(0, 2), hash);
}

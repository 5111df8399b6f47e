import type { Context } from '@/platform/auth/context';
import { AppError } from '@/shared/errors';
import type { Permission } from '@/shared/permissions';

/** @throws AppError forbidden, naming the permission */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (ctx.permissions.has(permission)) return;
  throw new AppError('forbidden', { reason: permission, message: `This needs the permission ${permission}.` });
}

import { createHash, randomBytes } from 'node:crypto';
import { createContext, type Context } from '@/platform/auth/context';
import { sql } from '@/platform/db/rows';
import { rowsOfWorkspace, unscopedRows } from '@/platform/db/unscoped';
import { AppError } from '@/shared/errors';
import { permissionsOfKey } from '@/shared/permissions';

interface KeyRow {
  name: string;
  permissions: string[];
  requests_per_minute: number;
}

export interface KeyContext {
  ctx: Context;
  requestsPerMinute: number;
}

/** A new key, and what is kept of it. The key itself is shown once. */
export function generateKey(): { key: string; hash: Buffer; prefix: string } {
  const key = `rpk_${randomBytes(24).toString('base64url')}`;
  return { key, hash: hashKey(key), prefix: key.slice(0, 10) };
}

export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * The Context of a request that carries `Authorization: Bearer KEY`; the key is read at each request, so that
 * revoking works at the next.
 * @throws AppError unauthenticated when the header is missing or the key is unknown or revoked
 */
export async function contextOfKey(request: Request, requestId: string): Promise<KeyContext> {
  const match = /^Bearer ([\x21-\x7e]{8,200})$/i.exec(request.headers.get('authorization') ?? '');
  if (!match?.[1]) throw new AppError('unauthenticated', { message: 'Send a key as "Authorization: Bearer KEY".' });
  const [found] = await unscopedRows<{ workspace_id: string; id: string }>(
    sql`select workspace_id, id from resolve_credential('api_key', ${hashKey(match[1])})`,
  );
  if (!found) throw new AppError('unauthenticated', { message: 'This key is unknown or was revoked.' });
  const [key] = await rowsOfWorkspace<KeyRow>(
    found.workspace_id,
    sql`with used as (
        update api_key set last_used_at = now()
        where id = ${found.id}::uuid and (last_used_at is null or last_used_at < now() - interval '1 minute')
      )
      select name, permissions, requests_per_minute from api_key where id = ${found.id}::uuid and revoked_at is null`,
  );
  if (!key) throw new AppError('unauthenticated', { message: 'This key is unknown or was revoked.' });
  const ctx = createContext({
    workspaceId: found.workspace_id,
    actor: { type: 'key', keyId: found.id, name: key.name },
    role: null,
    permissions: permissionsOfKey(key.permissions),
    scope: { brandIds: 'all', campaignIds: 'all' },
    fields: { money: true, personal: true },
    now: new Date(),
    requestId,
  });
  return { ctx, requestsPerMinute: key.requests_per_minute };
}

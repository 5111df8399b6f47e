import type { ApiKeyDto } from '@/features/members/schemas/api-key';
import type { Tx } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';

/** The workspace's keys, those in use first, newest first; never their secret. */
export async function findApiKeys(tx: Tx): Promise<ApiKeyDto[]> {
  const keys = await tx.db.apiKey.findMany({
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  });
  return keys.map((key) => ({
    id: encodeId('apiKey', key.id),
    name: key.name,
    prefix: key.prefix,
    permissions: key.permissions,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }));
}

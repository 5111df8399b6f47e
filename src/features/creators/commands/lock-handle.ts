import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Platform } from '@/shared/identity/platforms';
import { AppError } from '@/shared/errors';

export interface LockedHandle {
  id: string;
  creatorId: string;
  /** Of the creator whose group it is in. */
  rootId: string;
  platform: Platform;
  name: string;
  normalizedName: string;
  url: string | null;
  platformAccountId: string | null;
  isPrimary: boolean;
  archivedAt: Date | null;
}

/** A handle, held until the transaction ends. @throws AppError not_found */
export async function lockHandle(tx: Tx, id: string): Promise<LockedHandle> {
  const [handle] = await tx.rows<LockedHandle>(sql`
    select h.id, h.creator_id as "creatorId", c.root_id as "rootId", h.platform, h.name,
      h.normalized_name as "normalizedName", h.url, h.platform_account_id as "platformAccountId",
      h.is_primary as "isPrimary", h.archived_at as "archivedAt"
    from handle h join creator c on c.id = h.creator_id where h.id = ${id}::uuid for no key update of h`);
  if (!handle) throw new AppError('not_found');
  return handle;
}

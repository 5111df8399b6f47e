import { findPossibleDuplicates, type PossibleDuplicate } from '@/features/creators/queries/find-possible-duplicates';
import { requireCreator } from '@/features/creators/queries/find-notes';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Platform } from '@/shared/identity/platforms';
import { encodeId } from '@/shared/ids';

interface IdentityRow {
  id: string;
  displayName: string;
  handles: { platform: Platform; normalized: string; platformAccountId: string | null }[];
  emails: { normalized: string }[];
}

/** Other creators who could be this one, by the rule of identity. @throws AppError not_found */
export async function findDuplicatesOf(
  tx: Tx,
  creatorId: string,
): Promise<{ id: string; displayName: string; why: PossibleDuplicate['why'] }[]> {
  await requireCreator(tx, creatorId);
  const [row] = await tx.rows<IdentityRow>(sql`
    with root as (select r.* from creator r where r.id = (select root_id from creator where id = ${creatorId}::uuid)),
    grp as (select c.id from creator c where c.root_id = (select id from root))
    select r.id, r.display_name as "displayName",
      coalesce((select json_agg(json_build_object('platform', h.platform, 'normalized', h.normalized_name,
        'platformAccountId', h.platform_account_id)) from handle h
        where h.creator_id in (select id from grp) and h.archived_at is null), '[]') as handles,
      coalesce((select json_agg(json_build_object('normalized', e.normalized)) from email_address e
        where e.creator_id in (select id from grp) and e.archived_at is null), '[]') as emails
    from root r`);
  if (!row) return [];
  const found = await findPossibleDuplicates(tx, row);
  return found
    .filter(({ id, sharesAddressOnly }) => id !== row.id && !sharesAddressOnly)
    .map(({ id, displayName, why }) => ({ id: encodeId('creator', id), displayName, why }));
}

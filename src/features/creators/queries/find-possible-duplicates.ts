import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { foldName } from '@/shared/identity/fold-name';
import type { Platform } from '@/shared/identity/platforms';

export interface Identity {
  displayName?: string;
  handles?: readonly { platform: Platform; normalized: string; platformAccountId?: string | null }[];
  emails?: readonly { normalized: string }[];
}

export interface PossibleDuplicate {
  /** Of the creator that stays after merges. */
  id: string;
  displayName: string;
  why: 'handle' | 'email' | 'name';
  /** Found by mail, but with another handle on a platform both are on: another person behind a shared address. */
  sharesAddressOnly: boolean;
}

/**
 * Creators who could be the one described, archived ones too, by the rule of identity: handle (or the platform's own
 * account id), then mail, then near name. Each creator once, by its strongest reason, at most twenty.
 * A contact's address identifies nobody.
 */
export async function findPossibleDuplicates(tx: Tx, identity: Identity): Promise<PossibleDuplicate[]> {
  const handles = identity.handles ?? [];
  const folded = foldName(identity.displayName ?? '');
  const rows = await tx.rows<PossibleDuplicate & { rank: number }>(sql`
    with asked as (
      select * from unnest(${handles.map((handle) => handle.platform)}::text[],
        ${handles.map((handle) => handle.normalized)}::text[],
        ${handles.map((handle) => handle.platformAccountId ?? null)}::text[]) as t(platform, name, account_id)
    ), found as (
      select h.creator_id, 1 as rank from asked a join handle h on h.platform = a.platform
        and (h.normalized_name = a.name or h.platform_account_id = a.account_id) where h.archived_at is null
      union
      select e.creator_id, 2 from email_address e
      where e.normalized = any (${(identity.emails ?? []).map((email) => email.normalized)}::text[])
        and e.creator_id is not null and e.archived_at is null
      union
      select c.id, 3 from creator c where c.folded_name = ${folded} and ${folded} <> ''
    )
    select distinct on (root.id) root.id, root.display_name as "displayName", f.rank,
      case f.rank when 1 then 'handle' when 2 then 'email' else 'name' end as why,
      f.rank = 2 and exists (
        select from asked a join handle h on h.platform = a.platform and h.normalized_name <> a.name
        join creator g on g.id = h.creator_id where g.root_id = root.id and h.archived_at is null
      ) as "sharesAddressOnly"
    from found f join creator c on c.id = f.creator_id join creator root on root.id = c.root_id
    order by root.id, f.rank limit 200`);
  return rows
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 20)
    .map(({ id, displayName, why, sharesAddressOnly }) => ({ id, displayName, why, sharesAddressOnly }));
}

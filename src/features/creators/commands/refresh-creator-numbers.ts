import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Recomputes, from their sources, what handles and creators carry for sorting and showing: of a handle the newest
 * followers and engagement rate (a fraction of one); of a creator, over its merged group, the largest follower count
 * with its date, and its primary handle and address. Touches only rows whose numbers differ, so it may be repeated.
 * Any id of a group stands for the group.
 */
export async function refreshCreatorNumbers(tx: Tx, creatorIds: readonly string[]): Promise<void> {
  await refreshHandles(tx, creatorIds);
  await refreshCreators(tx, creatorIds);
}

async function refreshHandles(tx: Tx, creatorIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with newest as (
      select h.id, f.value::bigint as followers, f.as_of, e.value as engagement_rate
      from creator given
      join creator c on c.root_id = given.root_id
      join handle h on h.creator_id = c.id
      left join lateral (
        select m.value, m.as_of from handle_metric m where m.handle_id = h.id and m.metric = 'followers'
        order by m.as_of desc, m.id desc limit 1) f on true
      left join lateral (
        select m.value from handle_metric m where m.handle_id = h.id and m.metric = 'engagement_rate'
        order by m.as_of desc, m.id desc limit 1) e on true
      where given.id = any (${creatorIds}::uuid[])
    )
    update handle h set followers = n.followers, followers_as_of = n.as_of, engagement_rate = n.engagement_rate
    from (select distinct on (id) * from newest order by id) n
    where h.id = n.id and (h.followers, h.followers_as_of, h.engagement_rate)
      is distinct from (n.followers, n.as_of, n.engagement_rate)`);
}

async function refreshCreators(tx: Tx, creatorIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with root as (select distinct root_id as id from creator where id = any (${creatorIds}::uuid[])),
    handle_of as (
      select r.id as root_id, h.* from root r join creator c on c.root_id = r.id
      join handle h on h.creator_id = c.id and h.archived_at is null
    ),
    largest as (
      select distinct on (root_id) root_id, followers, followers_as_of from handle_of
      where followers is not null order by root_id, followers desc, followers_as_of desc, id
    ),
    rated as (
      select distinct on (root_id) root_id, engagement_rate from handle_of
      where engagement_rate is not null order by root_id, followers desc nulls last, id
    ),
    main as (
      select distinct on (root_id) root_id, platform, name from handle_of
      order by root_id, is_primary desc, (creator_id = root_id) desc, followers desc nulls last, created_at, id
    ),
    address as (
      select distinct on (root_id) root_id, address from (
        select r.id as root_id, e.address, 0 as rank, e.is_primary, e.creator_id = r.id as own, e.created_at, e.id
        from root r join creator c on c.root_id = r.id
        join email_address e on e.creator_id = c.id and e.archived_at is null
        union all
        select r.id, e.address, 1, e.is_primary, false, e.created_at, e.id
        from root r join creator c on c.root_id = r.id
        join creator_contact l on l.creator_id = c.id and l.routing = 'instead'
        join contact k on k.id = l.contact_id and k.archived_at is null
        join email_address e on e.contact_id = k.id and e.archived_at is null
      ) a order by root_id, rank, is_primary desc, own desc, created_at, id
    )
    update creator c set followers = l.followers, followers_as_of = l.followers_as_of, engagement_rate = e.engagement_rate,
      primary_platform = m.platform, primary_handle = m.name, primary_email = a.address
    from root r
    left join largest l on l.root_id = r.id left join rated e on e.root_id = r.id
    left join main m on m.root_id = r.id left join address a on a.root_id = r.id
    where c.id = r.id and
      (c.followers, c.followers_as_of, c.engagement_rate, c.primary_platform, c.primary_handle, c.primary_email)
      is distinct from (l.followers, l.followers_as_of, e.engagement_rate, m.platform, m.name, a.address)`);
}

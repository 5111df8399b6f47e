import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { noteTexts } from './names.data';
import { pick, uuid } from './plan-creators';

/** The creators of `planned`, owned by the workspace's members in turn. */
export async function fillRecords(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into creator (id, workspace_id, root_id, display_name, folded_name, sort_name, languages, country, city, stage,
      owner_id, source, legal_basis, followers, followers_as_of, engagement_rate, primary_platform, primary_handle,
      primary_email, last_activity_at, last_contacted_at, created_at, updated_at, do_not_contact, is_minor)
    select id, ${tx.ctx.workspaceId}::uuid, id, display_name, folded_name, sort_name,
      case when language = 'en' or h[10] % 3 > 0 then array[language] else array[language, 'en'] end, country, city, stage,
      case when h[11] % 5 > 1 then members.ids[1 + h[11] % cardinality(members.ids)] end,
      'import', 'public_profile', followers, case when followers is not null then asked_at end,
      case when followers is not null then engagement_rate end, platform, handle, email,
      greatest(created_at, contacted_at), contacted_at, created_at, greatest(created_at, contacted_at), h[15] % 300 = 0, h[16] % 900 = 0
    from planned
    cross join (select array_agg(id order by id) as ids from membership where workspace_id = ${tx.ctx.workspaceId}::uuid and removed_at is null) members`);
}

/** Handles with three months of followers, addresses, tags and notes. */
export async function fillChildren(tx: Tx): Promise<void> {
  await fillHandles(tx);
  await tx.execute(sql`
    insert into email_address (id, workspace_id, creator_id, address, normalized, is_primary, source, legal_basis, created_at)
    select ${uuid(tx, sql`n`, sql`'mail'`)}, ${tx.ctx.workspaceId}::uuid, id, email, email, true, 'import', 'public_profile', created_at
    from planned where email is not null`);
  await tx.execute(sql`
    insert into creator_tag (workspace_id, creator_id, tag_id)
    select distinct ${tx.ctx.workspaceId}::uuid, p.id, t.id
    from planned p cross join generate_series(0, 2) k
    join (select id, row_number() over (order by name) as place, count(*) over () as size from tag
      where workspace_id = ${tx.ctx.workspaceId}::uuid) t
      on t.place = 1 + (power(((p.h[12] / (k + 1)) % 1000) / 1000.0, 2) * t.size)::int
    where p.h[13] % 4 > k`);
  await tx.execute(sql`
    insert into note (id, workspace_id, creator_id, author_id, html, text, created_at, updated_at)
    select note_id, ${tx.ctx.workspaceId}::uuid, p.id, author.id, '<p>' || said || '</p>', said, asked_at, asked_at
    from ${notesOf(tx)} p
    cross join (select id from membership where workspace_id = ${tx.ctx.workspaceId}::uuid and removed_at is null order by id limit 1) author`);
}

/** The planned creators of whom something was noted, with what. */
export function notesOf(tx: Tx): Sql {
  return sql`(select *, ${uuid(tx, sql`n`, sql`'note'`)} as note_id, ${pick(noteTexts, sql`h[14]`)} as said
    from planned where h[14] % 5 = 0)`;
}

async function fillHandles(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into handle (id, workspace_id, creator_id, platform, name, normalized_name, url, is_primary, followers,
      followers_as_of, engagement_rate, created_at)
    select ${uuid(tx, sql`n`, sql`k`)}, ${tx.ctx.workspaceId}::uuid, id, x.platform, handle, handle,
      x.site || handle, k = 1, share, case when share is not null then asked_at end,
      case when share is not null then engagement_rate end, created_at
    from ${accounts}
    join (values ('instagram', 'https://www.instagram.com/'), ('tiktok', 'https://www.tiktok.com/@'),
      ('youtube', 'https://www.youtube.com/@'), ('twitch', 'https://www.twitch.tv/')) as x(platform, site) on x.platform = account`);
  await tx.execute(sql`
    insert into handle_metric (id, workspace_id, handle_id, metric, value, as_of, source)
    select ${uuid(tx, sql`n`, sql`concat(k, metric, month)`)}, ${tx.ctx.workspaceId}::uuid, ${uuid(tx, sql`n`, sql`k`)}, metric,
      case metric when 'followers' then round(share * (1 - month * 0.03)) else engagement_rate end,
      asked_at - make_interval(months => month), 'import'
    from ${accounts}
    cross join (values ('followers', 0), ('followers', 1), ('followers', 2), ('engagement_rate', 0)) as m(metric, month)
    where account is not null and share is not null`);
}

/** Each planned creator's one or two accounts. */
const accounts = sql`planned cross join lateral
  (values (1, platform, followers), (2, second_platform, (followers * 0.4)::bigint)) as v(k, account, share)`;

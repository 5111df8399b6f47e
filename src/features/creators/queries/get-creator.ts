import { toCreatorRecord, type RecordRow } from '@/features/creators/queries/to-creator-record';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/**
 * Everything of one creator but the timeline, in one statement; children of all its merged group. The id of a merged
 * creator answers the one that stayed. What the Context may not see is null. @throws AppError not_found
 */
export async function getCreator(tx: Tx, id: string): Promise<CreatorRecord> {
  const [row] = await tx.rows<RecordRow>(sql`
    with root as (select r.* from creator r where r.id = (select root_id from creator where id = ${id}::uuid)),
    grp as materialized (select c.id from creator c where c.root_id = (select id from root))
    select r.*, ${handles}, ${addresses}, ${people}, ${words}, ${fees}, ${past} from root r`);
  if (!row) throw new AppError('not_found');
  return toCreatorRecord(tx.ctx, row);
}

const audience = sql`(select row_to_json(a) from audience_snapshot a where a.handle_id = h.id order by a.as_of desc, a.id desc limit 1)`;

const handles = sql`
  coalesce((select json_agg(h order by h.is_primary desc, h.followers desc nulls last, h.created_at, h.id) from (
    select h.*,
      (select json_agg(m) from (
        select distinct on (m.metric) m.metric, m.value, m.as_of, m.source from handle_metric m where m.handle_id = h.id
        order by m.metric, m.as_of desc, m.id desc) m) as metrics,
      (select count(*) from handle_metric m where m.handle_id = h.id) as history_count,
      ${audience} as audience
    from handle h where h.creator_id in (select id from grp) and h.archived_at is null
  ) h), '[]') as handles`;

const addresses = sql`
  coalesce((select json_agg(e order by e.is_primary desc, e.created_at, e.id) from email_address e
    where e.creator_id in (select id from grp) and e.archived_at is null), '[]') as emails,
  coalesce((select json_agg(p order by p.is_primary desc, p.created_at, p.id) from phone_number p
    where p.creator_id in (select id from grp) and p.archived_at is null), '[]') as phones`;

const people = sql`
  (select u.name from membership m join app_user u on u.id = m.user_id where m.id = r.owner_id) as owner_name,
  (select k.name from contact k where k.id = r.guardian_id and k.archived_at is null) as guardian_name,
  coalesce((select json_agg(k order by k.created_at, k.id) from (
    select distinct on (k.id) k.id, k.name, l.role, l.topics, l.routing, l.created_at, a.id as agency_id, a.name as agency_name,
      (select json_agg(e.address order by e.is_primary desc, e.created_at) from email_address e
        where e.contact_id = k.id and e.archived_at is null) as emails,
      (select json_agg(p.number order by p.is_primary desc, p.created_at) from phone_number p
        where p.contact_id = k.id and p.archived_at is null) as phones
    from creator_contact l join contact k on k.id = l.contact_id left join agency a on a.id = k.agency_id
    where l.creator_id in (select id from grp) and k.archived_at is null
    order by k.id, l.creator_id = (select id from root) desc
  ) k), '[]') as contacts`;

const words = sql`
  coalesce((select json_agg(t order by lower(t.name)) from (
    select distinct t.id, t.name from creator_tag c join tag t on t.id = c.tag_id
    where c.creator_id in (select id from grp)) t), '[]') as tags,
  (select row_to_json(p) from preference p where p.creator_id = r.id) as preference,
  coalesce((select json_agg(n order by n.created_at desc, n.id) from (
    select n.*, u.name as author_name from note n
    left join membership m on m.id = n.author_id left join app_user u on u.id = m.user_id
    where n.creator_id in (select id from grp) and n.pinned and n.archived_at is null limit 50
  ) n), '[]') as pinned_notes`;

const fees = sql`
  coalesce((select json_agg(q order by q.quoted_on desc, q.id desc) from (
    select * from quote q where q.creator_id in (select id from grp) and q.archived_at is null
    order by q.quoted_on desc, q.id desc limit 100
  ) q), '[]') as quotes`;

const past = sql`
  coalesce((select json_agg(m order by m.merged_at desc) from (
    select g.id, g.merged_at, (select json_agg(json_build_object('id', c.id, 'display_name', c.display_name, 'root_id', c.root_id))
      from creator c where c.id in (select (x.value ->> 'id')::uuid from jsonb_array_elements(g.moved) x)) as creators
    from creator_merge g where g.survivor_id = r.id and g.undone_at is null
  ) m), '[]') as merges,
  (select count(*) from note n where n.creator_id in (select id from grp) and n.archived_at is null) as note_count,
  (select count(*) from message m where m.creator_id in (select id from grp)) as message_count,
  (select count(*) from quote q where q.creator_id in (select id from grp) and q.archived_at is null) as quote_count`;

import { hideFields } from '@/features/timeline/model/hide-fields';
import { timelineKindOf, type TimelineKind } from '@/features/timeline/model/timeline-kinds';
import { actorName, exactInstant, readCursor, toPage } from '@/features/timeline/queries/event-sql';
import type { TimelineEntry, TimelinePage } from '@/features/timeline/schemas/timeline';
import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

interface TimelineInput {
  creatorId: string;
  kinds?: readonly TimelineKind[] | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface EntryRow {
  id: string;
  exact: string;
  at: Date;
  type: string | null;
  actorType: TimelineEntry['actor']['type'];
  actorName: string | null;
  body: string | null;
  direction: 'outgoing' | 'incoming' | null;
  state: string | null;
  subject: string | null;
  excerpt: string | null;
  failure: string | null;
}

/**
 * Everything that happened with a creator and whoever was merged into it, newest first: events and messages merged. A
 * message stands once, with its state; its own events are not repeated. @throws AppError not_found, invalid_input (cursor)
 */
export async function findTimeline(tx: Tx, { creatorId, kinds, limit, cursor }: TimelineInput): Promise<TimelinePage> {
  const group = await tx.rows<{ id: string }>(sql`
    select g.id from creator c join creator g on g.root_id = c.root_id where c.id = ${creatorId}::uuid`);
  if (group.length === 0) throw new AppError('not_found');
  const ids = group.map(({ id }) => id);
  const wanted = { ids, after: readCursor(cursor), limit: limit + 1, kinds, seen: seesMessage(tx.ctx) };
  const parts = [eventsSql(wanted), ...(!kinds || kinds.includes('messages') ? [messagesSql(wanted)] : [])];
  const [events, messages] = parts;
  const rows = await tx.rows<EntryRow>(sql`
    select * from (${messages ? sql`(${events}) union all (${messages})` : events}) entry
    order by at desc, id desc limit ${limit + 1}`);
  return toPage(rows, limit, (row) => toEntry(row, tx.ctx.fields));
}

interface Wanted {
  ids: string[];
  after: { at: string; id: string } | null;
  limit: number;
  kinds: readonly TimelineKind[] | undefined;
  seen: Sql;
}

function eventsSql({ ids, after, limit, kinds }: Wanted): Sql {
  return sql`
    select e.id, ${exactInstant(sql`e.occurred_at`)} as exact, e.occurred_at as at, e.type, e.actor_type as "actorType",
      ${actorName} as "actorName", p.body, null::text as direction, null::text as state, null::text as subject,
      null::text as excerpt, null::text as failure
    from domain_event e left join event_payload p on p.event_id = e.id
    where e.creator_id = any (${ids}::uuid[]) and e.type not like 'message.%' ${kindsSql(kinds)}
      ${after ? sql`and (e.occurred_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql}
    order by e.occurred_at desc, e.id desc limit ${limit}`;
}

/** Of the conversations about them; of each the newest, so that a long one costs no more than a short one. */
function messagesSql({ ids, after, limit, seen }: Wanted): Sql {
  return sql`
    select m.id, ${exactInstant(sql`m.created_at`)} as exact, m.created_at as at, null::text as type,
      case when m.author_id is null then 'worker' else 'user' end as "actorType",
      (select u.name from membership s join app_user u on u.id = s.user_id where s.id = m.author_id) as "actorName",
      null::text as body, m.direction, m.state, m.subject, left(m.text, 200) as excerpt, m.failure
    from (select distinct thread_id from thread_creator
        where creator_id = any (${ids}::uuid[]) and state = 'confirmed') about
    cross join lateral (select * from message m
      where m.thread_id = about.thread_id and m.state <> 'draft' ${seen}
        ${after ? sql`and (m.created_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql}
      order by m.created_at desc, m.id desc limit ${limit}) m
    order by m.created_at desc, m.id desc limit ${limit}`;
}

const merges = ['creator.merged', 'creator.merge_undone'];
const nouns: Partial<Record<TimelineKind, string[]>> = {
  notes: ['note'],
  quotes: ['quote'],
  tasks: ['task'],
  contacts: ['contact', 'agency', 'email_address', 'phone_number'],
};
const named = Object.values(nouns).flat();

function kindsSql(kinds: readonly TimelineKind[] | undefined): Sql {
  if (!kinds) return noSql;
  const noun = sql`split_part(e.type, '.', 1)`;
  const wanted = kinds.flatMap((kind) => nouns[kind] ?? []);
  return sql`and (${noun} = any (${wanted}::text[])
    or (${kinds.includes('merges')} and e.type = any (${merges}::text[]))
    or (${kinds.includes('imports')} and e.type like 'creator.import%')
    or (${kinds.includes('profile')} and not ${noun} = any (${named}::text[]) and not e.type = any (${merges}::text[])
        and e.type not like 'creator.import%'))`;
}

function toEntry(row: EntryRow, sees: { money: boolean; personal: boolean }): TimelineEntry {
  const common = { at: row.at.toISOString(), actor: { type: row.actorType, name: row.actorName } };
  if (row.type !== null) {
    const payload = row.body ? (hideFields(JSON.parse(row.body), sees) as Record<string, unknown>) : null;
    return {
      ...common,
      id: encodeId('event', row.id),
      kind: timelineKindOf(row.type),
      event: { type: row.type, payload },
      message: null,
    };
  }
  const id = encodeId('message', row.id);
  const message = {
    id,
    direction: row.direction ?? 'outgoing',
    state: row.state ?? '',
    subject: row.subject ?? '',
    excerpt: row.excerpt ?? '',
    failure: row.failure,
  };
  return { ...common, id, kind: 'messages', event: null, message };
}

import { excerptOf } from '@/shared/excerpt-of';
import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import type { Context } from '@/platform/auth/context';
import { sql, type Sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

type Instants = 'snoozedUntil' | 'waitingSince' | 'lastMessageAt' | 'createdAt';

export type ThreadRow = Omit<ThreadDto, Instants | 'assignee'> & {
  assigneeId: string | null;
  assigneeName: string | null;
  snoozedUntil: Date | null;
  waitingSince: Date | null;
  lastMessageAt: Date;
  createdAt: Date;
};

/** The columns of a thread `t` for whoever asks. Excerpt and sign of files are of the last message one sees. */
export function threadColumns(ctx: Context): Sql {
  const me = ctx.actor.type === 'user' ? ctx.actor.membershipId : null;
  return sql`
    t.id, t.channel, t.subject, t.state, t.priority, t.tags, t.assignee_id as "assigneeId", au.name as "assigneeName",
    t.snoozed_until as "snoozedUntil", t.triage, t.last_direction as "lastDirection", t.waiting_since as "waitingSince",
    extract(epoch from t.first_response_at - t.first_incoming_at)::float8 as "firstResponseSeconds",
    t.last_message_at as "lastMessageAt", t.created_at as "createdAt", t.version, coalesce(me.follows, false) as follows,
    coalesce((select json_agg(json_build_object('id', p.id, 'displayName', p.name, 'state', p.state, 'reason', p.reason)
        order by p.state, p.name, p.id)
      from (select distinct on (r.id) r.id, r.display_name as name, p.state, p.reason from thread_creator p
        join creator c on c.workspace_id = p.workspace_id and c.id = p.creator_id
        join creator r on r.workspace_id = c.workspace_id and r.id = c.root_id
        where p.thread_id = t.id and p.state in ('confirmed', 'proposed') order by r.id, p.state) p), '[]') as creators,
    ${lastMessage(ctx)} as last,
    ${me !== null} and exists (select from message m
      where m.workspace_id = t.workspace_id and m.thread_id = t.id and m.direction in ('incoming', 'internal')
        and m.author_id is distinct from ${me}::uuid
        and m.created_at > coalesce(me.read_at, '-infinity') ${seesMessage(ctx)}) as unread,
    exists (select from message m where m.workspace_id = t.workspace_id and m.thread_id = t.id and m.state = 'draft')
      as "hasDraft"`;
}

export function threadJoins(ctx: Context): Sql {
  const me = ctx.actor.type === 'user' ? ctx.actor.membershipId : null;
  return sql`
    left join membership a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
    left join app_user au on au.id = a.user_id
    left join thread_reader me on me.workspace_id = t.workspace_id and me.thread_id = t.id
      and me.membership_id = ${me}::uuid`;
}

function lastMessage(ctx: Context): Sql {
  return sql`(
    select json_build_object('from', coalesce(u.name, nullif(m.from_name, ''), m.from_address),
      'direction', m.direction, 'kind', m.kind, 'excerpt', left(coalesce(m.visible_text, m.text), 400), 'at', m.created_at,
      'hasAttachments', exists (select from attachment f where f.workspace_id = m.workspace_id and f.message_id = m.id
        and f.content_id is null))
    from message m
    left join membership w on w.workspace_id = m.workspace_id and w.id = m.author_id left join app_user u on u.id = w.user_id
    where m.workspace_id = t.workspace_id and m.thread_id = t.id and m.state not in ('draft', 'cancelled')
      ${seesMessage(ctx)}
    order by m.created_at desc, m.id desc limit 1)`;
}

export function toThread(ctx: Context, row: ThreadRow): ThreadDto {
  const { assigneeId, assigneeName, ...thread } = row;
  return {
    ...thread,
    id: encodeId('thread', row.id),
    assignee: assigneeId === null ? null : { id: encodeId('membership', assigneeId), name: assigneeName ?? '' },
    creators: row.creators.map((one) => ({ ...one, id: encodeId('creator', one.id) })),
    last: row.last && toLast(ctx, row.last),
    snoozedUntil: instant(row.snoozedUntil),
    waitingSince: instant(row.waitingSince),
    lastMessageAt: row.lastMessageAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

/** A sender without a name is called by their address, which not everybody may see. */
function toLast(ctx: Context, last: NonNullable<ThreadDto['last']>): ThreadDto['last'] {
  const hidden = !ctx.fields.personal && last.from.includes('@');
  return {
    ...last,
    from: hidden ? '' : last.from,
    excerpt: excerptOf(last.excerpt),
    at: new Date(last.at).toISOString(),
  };
}

function instant(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}

import type { ThreadFilter } from '@/features/threads/schemas/find-threads';
import type { Context } from '@/platform/auth/context';
import { joinSql, sql, type Sql } from '@/platform/db/rows';

/** What a filter asks of a thread `t`, in the words of the partial indexes. */
export function threadConditions(ctx: Context, filter: ThreadFilter): Sql {
  const { channel, mailboxId, tag, priority, assigneeId, creatorId } = filter;
  const ofMailbox = sql`exists (select from thread_mailbox x
    where x.workspace_id = t.workspace_id and x.thread_id = t.id and x.mailbox_id = ${mailboxId ?? null}::uuid)`;
  const ofCreator = sql`t.id in (select p.thread_id from thread_creator p
    join creator g on g.workspace_id = p.workspace_id and g.id = p.creator_id
    where p.state = 'confirmed' and g.root_id = (select root_id from creator where id = ${creatorId ?? null}::uuid))`;
  const parts = [
    isIn(ctx, filter.view),
    ...(channel ? [sql`t.channel = ${channel}`] : []),
    ...(mailboxId ? [ofMailbox] : []),
    ...(tag ? [sql`t.tags <> '{}' and t.tags @> array[${tag}]::text[]`] : []),
    ...(priority ? [sql`t.priority = ${priority}`] : []),
    ...(assigneeId ? [sql`t.assignee_id = ${assigneeId}::uuid`] : []),
    ...(creatorId ? [ofCreator] : []),
  ];
  return joinSql(parts, ' and ');
}

function isIn(ctx: Context, view: ThreadFilter['view']): Sql {
  const me = ctx.actor.type === 'user' ? ctx.actor.membershipId : null;
  switch (view) {
    case 'mine':
      return sql`t.state = 'open' and t.assignee_id = ${me}::uuid`;
    case 'unassigned':
      return sql`t.state = 'open' and t.last_direction = 'incoming' and t.assignee_id is null and not t.triage`;
    case 'waiting_on_us':
      return sql`t.state = 'open' and t.last_direction = 'incoming' and not t.triage`;
    case 'waiting_on_them':
      return sql`t.state = 'open' and t.last_direction = 'outgoing'`;
    case 'automatic':
      return sql`t.state = 'open' and t.last_direction is null and not t.triage`;
    case 'triage':
      return sql`t.triage and t.state <> 'done'`;
    case 'following':
      return sql`t.state <> 'done' and t.id in (
        select f.thread_id from thread_reader f where f.membership_id = ${me}::uuid and f.follows)`;
    case 'open':
    case 'snoozed':
    case 'done':
      return sql`t.state = ${view}`;
    case 'all':
      return sql`true`;
  }
}

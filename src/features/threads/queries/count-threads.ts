import { seesThread } from '@/features/threads/queries/mailbox-scope';
import { threadConditions } from '@/features/threads/queries/thread-conditions';
import type { ThreadView } from '@/features/threads/schemas/find-threads';
import type { ThreadCounts } from '@/features/threads/schemas/thread';
import type { Tx } from '@/platform/db/in-workspace';
import { joinSql, sql } from '@/platform/db/rows';

const most = 1_000;
const counted = [
  'mine',
  'unassigned',
  'waiting_on_us',
  'waiting_on_them',
  'following',
  'triage',
  'automatic',
  'snoozed',
] as const satisfies ThreadView[];

/** How many conversations each view holds, none counted beyond 1,000, and how fast first answers are. */
export async function countThreads(tx: Tx): Promise<ThreadCounts> {
  const columns = counted.map(
    (view) => sql`(select count(*)::int from (select from thread t
      where ${threadConditions(tx.ctx, { view })} ${seesThread(tx.ctx)} limit ${most}::int) c)`,
  );
  const [row] = await tx.rows<{ counts: number[]; unread: number; median: number | null }>(sql`
    select array[${joinSql(columns)}] as counts, ${unreadOfMine(tx)} as unread, ${medianFirstResponse(tx)} as median`);
  return {
    counts: Object.fromEntries(counted.map((view, index) => [view, row?.counts[index] ?? 0])),
    unread: row?.unread ?? 0,
    medianFirstResponseSeconds: row?.median ?? null,
  };
}

function unreadOfMine({ ctx }: Tx) {
  const me = ctx.actor.type === 'user' ? ctx.actor.membershipId : null;
  return sql`(select count(*)::int from (select from thread t
    left join thread_reader r on r.workspace_id = t.workspace_id and r.thread_id = t.id and r.membership_id = ${me}::uuid
    where ${threadConditions(ctx, { view: 'mine' })} and t.last_message_at > coalesce(r.read_at, '-infinity')
      and t.last_direction = 'incoming' limit ${most}::int) c)`;
}

/** Over the newest conversations that came in within 90 days; at most 1,000 are looked at. */
function medianFirstResponse({ ctx }: Tx) {
  const since = new Date(ctx.now.getTime() - 90 * 86_400_000);
  return sql`(select percentile_cont(0.5) within group (order by extract(epoch from f.first_response_at - f.first_incoming_at))
    from (select t.first_response_at, t.first_incoming_at from thread t
      where t.last_message_at > ${since} and t.first_response_at is not null ${seesThread(ctx)}
      order by t.last_message_at desc limit ${most}::int) f)`;
}

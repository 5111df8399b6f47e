import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Reads anew, from their messages, what conversations show of themselves: the last message, who waits for whom and since
 * when, the first answer. Each is one look into the index, however long the conversation. With `reopen` those with a new
 * message of a person are open again.
 */
export async function refreshThreads(
  tx: Tx,
  threadIds: readonly string[],
  reopen: readonly string[] = [],
): Promise<void> {
  if (threadIds.length === 0) return;
  const human = sql`m.kind in ('message', 'reply') and m.direction <> 'internal' and m.state in ('received', 'sent', 'bounced')`;
  await tx.execute(sql`
    update thread t set
      last_message_at = greatest(t.last_message_at, (select max(m.created_at) from message m
        where m.thread_id = t.id and m.state <> 'draft')),
      last_direction = last.direction,
      waiting_since = case when last.direction = 'incoming' then (
        select min(m.created_at) from message m where m.thread_id = t.id and m.direction = 'incoming' and ${human}
          and m.created_at >= coalesce((select max(m.created_at) from message m
            where m.thread_id = t.id and m.direction = 'outgoing' and ${human}), '-infinity')) end,
      first_incoming_at = first.at,
      first_response_at = (select min(m.created_at) from message m where m.thread_id = t.id
        and m.direction = 'outgoing' and ${human} and m.created_at > first.at),
      triage = t.triage and not exists (select from thread_creator c where c.thread_id = t.id and c.state = 'confirmed'),
      version = t.version + 1
    from thread f
    left join lateral (select m.direction from message m where m.thread_id = f.id and ${human}
      order by m.created_at desc, m.id desc limit 1) last on true
    left join lateral (select min(m.created_at) as at from message m where m.thread_id = f.id and m.direction = 'incoming'
      and ${human}) first on true
    where t.id = any (${[...threadIds]}::uuid[]) and f.workspace_id = t.workspace_id and f.id = t.id`);
  if (reopen.length === 0) return;
  await tx.execute(sql`
    update thread set state = 'open', snoozed_until = null, version = version + 1
    where id = any (${[...reopen]}::uuid[]) and state <> 'open'
      and not exists (select from ignored_sender i join message m on m.from_address = i.address
        where m.thread_id = thread.id and m.direction = 'incoming')`);
}

import type { Surroundings } from '@/features/notifications/model/words';
import { messageQueued } from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { CommittedEvent } from '@/platform/events/define-subscriber';

/** Who last did one of these to the event's subject; the admins where a key or the worker did, since somebody has to know. */
export async function findActorOf(
  tx: Tx,
  { subjectType, subjectId }: CommittedEvent,
  types: readonly { type: string }[],
): Promise<string[]> {
  const [last] = await tx.rows<{ actorId: string }>(sql`
    select actor_id as "actorId" from domain_event
    where workspace_id = ${tx.ctx.workspaceId}::uuid and subject_type = ${subjectType} and subject_id = ${subjectId}::uuid
      and type = any (${types.map(({ type }) => type)}::text[]) and actor_type = 'user' order by id desc limit 1`);
  if (last) return [last.actorId];
  const admins = await tx.rows<{ id: string }>(
    sql`select id from membership where role = 'admin' and removed_at is null order by id`,
  );
  return admins.map(({ id }) => id);
}

/**
 * Whose conversation the message came into: the one it is assigned to, else whoever last wrote in it; and who follows it.
 */
export async function findThreadOwners(tx: Tx, messageId: string): Promise<string[]> {
  const rows = await tx.rows<{ threadId: string; id: string | null }>(sql`
    with t as (
      select t.id, t.assignee_id from message m join thread t on t.workspace_id = m.workspace_id and t.id = m.thread_id
      where m.id = ${messageId}::uuid
    )
    select t.id as "threadId", coalesce(t.assignee_id, (
      select e.actor_id from message o join domain_event e
        on e.workspace_id = o.workspace_id and e.subject_type = 'message' and e.subject_id = o.id
      where o.thread_id = t.id and e.type = ${messageQueued.type} and e.actor_type = 'user' order by e.id desc limit 1
    )) as id from t
    union
    select t.id, r.membership_id from t join thread_reader r on r.thread_id = t.id and r.follows`);
  const ids = rows.flatMap(({ id }) => id ?? []);
  return rows[0] ? keepReaders(tx, rows[0].threadId, ids) : [];
}

/** Of these members, those who may see a conversation: a mailbox has its own readers. */
export async function keepReaders(tx: Tx, threadId: string, membershipIds: readonly string[]): Promise<string[]> {
  const readers = await tx.rows<{ id: string }>(sql`
    select m.id from membership m
    where m.id = any (${membershipIds}::uuid[]) and (
      exists (
        select from thread_mailbox x join mailbox b on b.workspace_id = x.workspace_id and b.id = x.mailbox_id
        where x.thread_id = ${threadId}::uuid and (b.visibility = 'team' or b.owner_id = m.id)
          and (m.sees_all_brands or b.brand_id = any (m.brand_ids)))
      or (m.sees_all_brands and not exists (select from thread_mailbox x where x.thread_id = ${threadId}::uuid)))`);
  return readers.map(({ id }) => id);
}

/** Names of who did it and of the creator it is about. */
export async function findSurroundings(tx: Tx, event: CommittedEvent): Promise<Surroundings> {
  const member = event.actorType === 'user' ? event.actorId : null;
  const [names] = await tx.rows<{ actor: string | null; creator: string | null }>(sql`
    select
      (select u.name from membership m join app_user u on u.id = m.user_id where m.id = ${member}::uuid) as actor,
      (select display_name from creator where id = ${event.creatorId}::uuid) as creator`);
  return { actor: names?.actor ?? 'Rapport', creator: names?.creator ?? null };
}

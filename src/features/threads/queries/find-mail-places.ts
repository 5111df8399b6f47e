import type { DirectedMail } from '@/features/threads/model/place-mails';
import type { MessageKind } from '@/features/threads/model/read-mail';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** A message that is here already. */
export interface KnownMessage {
  id: string;
  threadId: string;
  rfcMessageId: string;
  fromAddress: string;
  bodyHash: string;
  direction: 'outgoing' | 'incoming' | 'internal';
  kind: MessageKind;
  visibleText: string | null;
  text: string;
  /** It left from here: its body is what we wrote, and has no hash. */
  ours: boolean;
}

/** Messages with one of these Message-IDs, whoever they are from. */
export function findMessagesByRfcId(tx: Tx, rfcMessageIds: readonly string[]): Promise<KnownMessage[]> {
  return tx.rows<KnownMessage>(sql`
    select id, thread_id as "threadId", rfc_message_id as "rfcMessageId", lower(from_address) as "fromAddress",
      body_hash as "bodyHash", direction, kind, visible_text as "visibleText",
      case when body_hash = '' then text else '' end as text, body_hash = '' as ours
    from message where rfc_message_id = any (${[...rfcMessageIds]}::text[])`);
}

/** The conversations in which these Message-IDs were named, or stand themselves. */
export async function findReferencedThreads(tx: Tx, rfcMessageIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ rfcMessageId: string; threadId: string }>(sql`
    select rfc_message_id as "rfcMessageId", thread_id as "threadId" from thread_reference
      where rfc_message_id = any (${[...rfcMessageIds]}::text[])
    union all
    select rfc_message_id, thread_id from message
      where rfc_message_id = any (${[...rfcMessageIds]}::text[]) and direction <> 'internal'`);
  return new Map(rows.map(({ rfcMessageId, threadId }) => [rfcMessageId, threadId]));
}

/**
 * For mails without references: the newest conversation of the same subject with the same person within 30 days, by the
 * mail's place in the list.
 */
export async function findThreadsBySubject(tx: Tx, mails: readonly DirectedMail[]): Promise<Map<number, string>> {
  const asked = mails.filter(({ normalizedSubject }) => normalizedSubject !== '');
  if (asked.length === 0) return new Map();
  const rows = await tx.rows<{ index: number; threadId: string }>(sql`
    select asked.index, found.id as "threadId"
    from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map((one) => one.normalizedSubject)}::text[],
      ${asked.map((one) => one.partner)}::text[], ${asked.map((one) => one.receivedAt)}::timestamptz[]
    ) as asked(index, subject, address, at)
    cross join lateral (
      select t.id from (
        select id, last_message_at from thread
        where normalized_subject = asked.subject and channel = 'email'
          and last_message_at between asked.at - interval '30 days' and asked.at + interval '30 days'
        order by last_message_at desc limit 50) t
      where exists (select from message m where m.thread_id = t.id and (lower(m.from_address) = asked.address
        or exists (select from message_recipient r where r.message_id = m.id and lower(r.address) = asked.address)))
      order by t.last_message_at desc limit 1) found`);
  return new Map(rows.map(({ index, threadId }) => [index, threadId]));
}

/** The creators (roots) each of these conversations is about for certain. */
export async function findThreadCreators(tx: Tx, threadIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.rows<{ threadId: string; creatorIds: string[] }>(sql`
    select tc.thread_id as "threadId", array_agg(distinct c.root_id) as "creatorIds"
    from thread_creator tc join creator c on c.workspace_id = tc.workspace_id and c.id = tc.creator_id
    where tc.thread_id = any (${[...threadIds]}::uuid[]) and tc.state = 'confirmed' group by tc.thread_id`);
  return new Map(rows.map(({ threadId, creatorIds }) => [threadId, creatorIds]));
}

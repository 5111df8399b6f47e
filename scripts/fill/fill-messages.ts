import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createWorkerContext } from '@/platform/events/worker-context';
import { connectOwner } from '../db/connect-owner';
import { analyzeTables } from './analyze-tables';
import { syllables, usualWords } from './mail-words.data';
import { uuid } from './plan-creators';

export interface FillMessagesOptions {
  workspaceId: string;
  /** The workspace needs creators. */
  count: number;
  /** The search index is built at the end, as its owner: entering a million entries one by one takes a while. */
  ownerUrl: string;
  now?: Date;
  log?: (line: string) => void;
}

const batchSize = 25_000;
const perThread = 5;
const years = 2;
const fillDay = new Date('2026-11-20T12:00:00Z');

/** What to look for in filled messages, and in how many of 1,000,000 it stands. */
export const filledWords = { usual: 'kampagne', rare: 'zirconium', phrase: 'rooftop session', prefix: 'quartzi' };

/**
 * Fills a workspace with mail of two years: conversations of five with its creators, in words as usual and as rare as
 * those of a language, and `filledWords` in 300,000, 50, 200 and 100 of a million. What is there already is passed over.
 */
export async function fillMessages({ workspaceId, count, ownerUrl, ...options }: FillMessagesOptions): Promise<void> {
  const ctx = createWorkerContext({ workspaceId, now: options.now ?? fillDay });
  const mailboxId = await inWorkspace(ctx, findOrCreateMailbox);
  const isLarge = count > batchSize;
  if (isLarge) await asOwner(ownerUrl, ['drop index message_search_words']);
  for (let from = 1; from <= count; from += batchSize) {
    const until = Math.min(from + batchSize - 1, count);
    await inWorkspace(ctx, (tx) => fillBatch(tx, { from, until, count, mailboxId }));
    options.log?.(`${until} of ${count} messages`);
    if (from === 1) await analyzeTables(ownerUrl);
  }
  if (isLarge) await asOwner(ownerUrl, rebuild);
  await analyzeTables(ownerUrl);
}

/** As the migration makes it. */
const rebuild = [
  "set maintenance_work_mem = '512MB'",
  'create index message_search_words on message_search using gin (workspace_id uuid_ops, tsv) with (gin_pending_list_limit = 1024)',
];

async function asOwner(ownerUrl: string, statements: readonly string[]): Promise<void> {
  const owner = await connectOwner(ownerUrl);
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}

async function findOrCreateMailbox(tx: Tx): Promise<string> {
  const [brand] = await tx.rows<{ id: string }>(sql`select id from brand order by id limit 1`);
  if (!brand) throw new Error('the workspace has no brand');
  return createMailbox(tx, { brandId: brand.id, address: 'archive@bench.example', displayName: 'Archive' });
}

interface Batch {
  from: number;
  until: number;
  count: number;
  mailboxId: string;
}

async function fillBatch(tx: Tx, batch: Batch): Promise<void> {
  await tx.execute(sql`set local app.search_deferred = '1'`);
  await planSentences(tx);
  await planMessages(tx, batch);
  await insertThreads(tx, batch);
  await insertMessages(tx, batch);
  await tx.execute(sql`select refresh_message_search(array(select id from planned_message))`);
}

/** A few thousand sentences, the n-th most usual word in about one of n. */
async function planSentences(tx: Tx): Promise<void> {
  await tx.execute(sql`create temporary table sentence on commit drop as
    select n, (select string_agg(word, ' ' order by k) from (
      select k, case when h % 100 < 70
        then (${usualWords}::text[])[1 + floor(power((h / 100 % 1000) / 1000.0, 2) * ${usualWords.length}::int)::int]
        else (${syllables}::text[])[1 + h / 7 % 20] || (${syllables}::text[])[1 + h / 140 % 20]
          || (${syllables}::text[])[1 + floor(power((h / 2800 % 1000) / 1000.0, 2) * 20)::int] end as word
      from (select k, hashint8extended(n * 100 + k, 7) & 1073741823 as h from generate_series(1, 12) k) h) words) as text
    from generate_series(0, 3999) n`);
  await tx.execute(sql`create unique index on sentence (n)`);
}

async function planMessages(tx: Tx, { from, until, count }: Batch): Promise<void> {
  await tx.execute(sql`
    create temporary table planned_message on commit drop as
    with creators as materialized (
      select array_agg(id order by id) as ids, array_agg(display_name order by id) as names,
        array_agg(primary_email order by id) as emails, count(*)::int as size
      from (select id, display_name, coalesce(primary_email, 'someone@mail.example') as primary_email from creator
        where listed order by id limit 5000) c
    ), numbered as (
      select n, (n - 1) / ${perThread}::int as t, (n - 1) % ${perThread}::int as turn, hashint8extended(n, 3) & 1073741823 as h,
        ${tx.ctx.now}::timestamptz - make_interval(secs => (${count}::bigint - n) * ${(years * 31_536_000) / count}::float8) as created_at
      from generate_series(${from}::bigint, ${until}::bigint) n
    )
    select x.*, ${uuid(tx, sql`n`, sql`'message'`)} as id, md5(concat(${tx.ctx.workspaceId}::text, t, 'thread'))::uuid as thread_id,
      c.ids[1 + t % c.size] as creator_id, c.names[1 + t % c.size] as name, c.emails[1 + t % c.size] as email,
      case when turn % 2 = 0 then 'incoming' else 'outgoing' end as direction,
      (select s.text from sentence s where s.n = x.t % 4000) as subject,
      concat_ws('. ', (select string_agg(s.text, '. ') from sentence s where s.n in
          (h % 4000, h / 11 % 4000, h / 121 % 4000, h / 1331 % 4000, h / 14641 % 4000)),
        case when h % 10 < 3 then ${filledWords.usual}::text end, case when n % 20000 = 77 then ${filledWords.rare}::text end,
        case when n % 5000 = 123 then ${filledWords.phrase}::text end,
        case when n % 10000 = 99 then ${filledWords.prefix}::text || n end) as text
    from numbered x cross join creators c`);
  await tx.execute(sql`delete from planned_message p using message m where m.id = p.id`);
  await tx.execute(sql`analyze planned_message`);
}

async function insertThreads(tx: Tx, { mailboxId }: Batch): Promise<void> {
  await tx.execute(sql`
    insert into thread (id, workspace_id, channel, subject, normalized_subject, created_at, last_message_at, last_direction,
      first_incoming_at)
    select distinct on (thread_id) thread_id, ${tx.ctx.workspaceId}::uuid, 'email', subject, subject,
      min(created_at) over w, max(created_at) over w, 'incoming', min(created_at) over w
    from planned_message window w as (partition by thread_id) on conflict do nothing`);
  await tx.execute(sql`
    insert into thread_creator (workspace_id, thread_id, creator_id)
    select distinct ${tx.ctx.workspaceId}::uuid, thread_id, creator_id from planned_message on conflict do nothing`);
  await tx.execute(sql`
    insert into thread_mailbox (workspace_id, thread_id, mailbox_id)
    select distinct ${tx.ctx.workspaceId}::uuid, thread_id, ${mailboxId}::uuid from planned_message on conflict do nothing`);
}

async function insertMessages(tx: Tx, { mailboxId }: Batch): Promise<void> {
  await tx.execute(sql`
    insert into message (id, workspace_id, thread_id, creator_id, mailbox_id, direction, kind, state, subject, html, text,
      visible_text, rfc_message_id, body_hash, from_name, from_address, created_at, sent_at)
    select id, ${tx.ctx.workspaceId}::uuid, thread_id, creator_id, ${mailboxId}::uuid, direction, 'message',
      case direction when 'outgoing' then 'sent' else 'received' end, subject, '<p>' || text || '</p>', text, text,
      '<' || id || '@bench.example>', md5(text), case direction when 'outgoing' then 'Archive' else name end,
      case direction when 'outgoing' then 'archive@bench.example' else email end, created_at,
      case direction when 'outgoing' then created_at end
    from planned_message order by created_at`);
  await tx.execute(sql`
    insert into message_recipient (id, workspace_id, message_id, kind, name, address, state)
    select ${uuid(tx, sql`n`, sql`'recipient'`)}, ${tx.ctx.workspaceId}::uuid, id, 'to',
      case direction when 'outgoing' then name else 'Archive' end,
      case direction when 'outgoing' then email else 'archive@bench.example' end, 'accepted'
    from planned_message`);
  await tx.execute(sql`
    insert into message_copy (id, workspace_id, message_id, mailbox_id, received_at)
    select ${uuid(tx, sql`n`, sql`'copy'`)}, ${tx.ctx.workspaceId}::uuid, id, ${mailboxId}::uuid, created_at
    from planned_message`);
}

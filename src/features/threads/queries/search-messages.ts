import type { FoundHit, FoundPage, SearchQuery, SearchSource, SearchTerm } from '@/features/search/schemas/search';
import { findSearchScope } from '@/features/threads/queries/find-search-scope';
import { findSimilarWords } from '@/features/threads/queries/find-similar-words';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql, type Sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { encodeId, isUuid } from '@/shared/ids';

/** Of more matches than this the newest are looked at. */
const mostCandidates = 1000;

/** The best and newest messages of those one sees, by all that was asked. */
export const messageSearch: SearchSource = {
  kind: 'message',
  permission: 'message.read',
  async findPage(tx, asked) {
    const { rows, ...page } = await findPage(tx, { ...asked, part: '' });
    return { ...page, hits: rows.map(toMessageHit) };
  },
  findSimilarWords,
};

/** Files of messages by their names and by what they say. */
export const fileSearch: SearchSource = {
  kind: 'file',
  permission: 'message.read',
  async findPage(tx, asked) {
    const { rows, ...page } = await findPage(tx, { ...asked, part: 'C' });
    return { ...page, hits: rows.flatMap(toFileHit) };
  },
};

interface FoundFile {
  id: string;
  name: string;
  /** All the words stand in its name or in what it says. */
  matches: boolean;
  /** What it says, as far as it was read; null: nothing. */
  text: string | null;
}

interface FoundMessage {
  id: string;
  threadId: string;
  subject: string;
  text: string;
  channel: string;
  at: Date;
  fromName: string;
  fromAddress: string;
  rootId: string | null;
  name: string | null;
  files: FoundFile[];
  /** Of the score, as PostgreSQL writes it. */
  place: string;
  count: number;
}

interface Asked {
  query: SearchQuery;
  limit: number;
  cursor?: string | undefined;
  /** Where the words have to stand: '' anywhere, C in attachments. */
  part: '' | 'C';
}

type Page = Omit<FoundPage, 'hits'> & { rows: FoundMessage[] };

const nothing: Page = { rows: [], nextCursor: null, found: { count: 0, more: false } };

async function findPage(tx: Tx, { query, limit, cursor, part }: Asked): Promise<Page> {
  const { terms, since, until, mailbox } = query;
  const words = terms.filter(({ operator }) => operator === '');
  const asksMore = terms.length > 0 || since !== null || until !== null || mailbox !== null;
  if (part === 'C' ? words.length === 0 : !asksMore) return nothing;
  const scope = await findSearchScope(tx, mailbox);
  const rows = await tx.rows<FoundMessage>(sql`
    with asked as materialized (select ${toWords(terms, part)} as words, ${toWords(words, '')} as plain),
    found as materialized (
      select s.message_id, s.score
      from asked, search_messages(asked.words, ${since}::timestamptz, ${until}::timestamptz, ${scope.mailboxIds}::uuid[],
        ${scope.everything}::boolean, ${mostCandidates + 1}::int) s
      where asked.words is not null or ${terms.length === 0}::boolean
    ), page as materialized (
      select f.message_id, f.score from found f where true ${after(cursor)}
      order by f.score desc, f.message_id desc limit ${limit + 1}::int
    )
    select m.id, m.thread_id as "threadId", m.subject, left(coalesce(m.visible_text, m.text), 20000) as text, t.channel,
      m.created_at as at, m.from_name as "fromName", m.from_address as "fromAddress", r.id as "rootId",
      r.display_name as name, p.score::text as place, (select count(*) from found) as count, files.files
    from asked cross join page p join message m on m.id = p.message_id join thread t on t.id = m.thread_id
    left join creator c on c.id = m.creator_id left join creator r on r.id = c.root_id
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'matches', it.matches,
        'text', case when it.matches then left(x.text, 100000) end) order by a.position), '[]') as files
      from attachment a join stored_file f on f.id = a.file_id left join file_text x on x.hash = f.hash
      cross join lateral (select coalesce(
        search_words(fold_text(left(concat_ws(' ', a.name, x.text), 100000))) @@ asked.plain, false) as matches) it
      where a.message_id = m.id and a.content_id is null
    ) files
    order by p.score desc, m.id desc`);
  return toPage(rows, limit);
}

function toWords(terms: readonly SearchTerm[], part: Asked['part']): Sql {
  return sql`message_query(${terms.map(({ operator }) => operator)}::text[],
    ${terms.map(({ meaning }) => meaning)}::text[], ${terms.map(({ text }) => text)}::text[], ${part}::text)`;
}

function after(cursor: string | undefined): Sql {
  if (cursor === undefined) return noSql;
  const [score, id] = decodeCursor(cursor, [isScore, isUuid]);
  return sql` and (f.score, f.message_id) < (${score}::float8, ${id}::uuid)`;
}

function isScore(part: string): boolean {
  return /^-?\d{1,4}(\.\d{1,20})?$/.test(part);
}

function toPage(rows: FoundMessage[], limit: number): Page {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const count = rows[0]?.count ?? 0;
  return {
    rows: page,
    nextCursor: last ? encodeCursor([last.place, last.id]) : null,
    found: { count: Math.min(count, mostCandidates), more: count > mostCandidates },
  };
}

function toMessageHit(row: FoundMessage): FoundHit {
  const read = row.files.find(({ matches, text }) => matches && text !== null);
  const detail = read ? `${row.text} — ${read.name}: ${read.text ?? ''}` : row.text;
  return { ...whereabouts(row), id: encodeId('message', row.id), title: row.subject, detail };
}

/** The file that matches; where only several of a message do so together, the first of them. */
function toFileHit(row: FoundMessage): FoundHit[] {
  const file = row.files.find(({ matches }) => matches) ?? row.files[0];
  if (!file) return [];
  return [
    { ...whereabouts(row), id: encodeId('attachment', file.id), title: file.name, detail: file.text ?? row.subject },
  ];
}

function whereabouts({
  id,
  threadId,
  channel,
  at,
  rootId,
  ...row
}: FoundMessage): Pick<FoundHit, 'creator' | 'message'> {
  return {
    creator: rootId === null ? null : { id: encodeId('creator', rootId), displayName: row.name ?? '' },
    message: {
      threadId: encodeId('thread', threadId),
      messageId: encodeId('message', id),
      channel,
      at: at.toISOString(),
      from: row.fromName || row.fromAddress,
      attachments: row.files.map((file) => ({ id: encodeId('attachment', file.id), name: file.name })),
    },
  };
}

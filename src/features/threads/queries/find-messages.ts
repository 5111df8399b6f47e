import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import { messageColumns, messageTables, toMessage, type MessageRow } from '@/features/threads/queries/message-rows';
import type { FindMessagesInput } from '@/features/threads/schemas/find-messages';
import type { MessageDto } from '@/features/threads/schemas/message';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isUuid } from '@/shared/ids';

/**
 * Messages of the conversations about a creator (or any of its merged group), or of one conversation, newest first;
 * drafts only where they are asked for.
 */
export async function findMessages(
  tx: Tx,
  filter: FindMessagesInput,
): Promise<{ data: MessageDto[]; nextCursor: string | null }> {
  const { creatorId, threadId, state, limit, cursor } = filter;
  const ofCreator = creatorId
    ? sql` and m.thread_id in (select tc.thread_id from thread_creator tc join creator g on g.id = tc.creator_id
        where tc.state = 'confirmed' and g.root_id = (select root_id from creator where id = ${creatorId}::uuid))`
    : noSql;
  const ofThread = threadId ? sql` and m.thread_id = ${threadId}::uuid` : noSql;
  const inState = state ? sql` and m.state = ${state}` : withoutDrafts;
  const rows = await tx.rows<MessageRow & { place: string }>(sql`
    select ${messageColumns}, m.created_at::text as place from ${messageTables}
    where true ${ofCreator} ${ofThread} ${inState} ${after(cursor)} ${seesMessage(tx.ctx)}
    order by m.created_at desc, m.id desc limit ${limit + 1}::int`);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(({ place: _place, ...row }) => toMessage(tx.ctx, row)),
    nextCursor: last ? encodeCursor([last.place, last.id]) : null,
  };
}

/** What is still being written, and what was thrown away before it was sent, is no part of a conversation. */
const withoutDrafts = sql` and (m.state not in ('draft', 'cancelled') or (m.state = 'cancelled' and m.queued_at is not null))`;

function after(cursor: string | undefined) {
  if (cursor === undefined) return noSql;
  const [place, id] = decodeCursor(cursor, [isInstant, isUuid]);
  return sql` and (m.created_at, m.id) < (${place}::timestamptz, ${id}::uuid)`;
}

/** As PostgreSQL writes it, to the microsecond. */
function isInstant(part: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/.test(part) && !Number.isNaN(Date.parse(part));
}

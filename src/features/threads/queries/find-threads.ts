import { seesThread } from '@/features/threads/queries/mailbox-scope';
import { threadConditions } from '@/features/threads/queries/thread-conditions';
import { threadColumns, threadJoins, toThread, type ThreadRow } from '@/features/threads/queries/thread-rows';
import type { FindThreadsInput } from '@/features/threads/schemas/find-threads';
import type { ThreadPage } from '@/features/threads/schemas/thread';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isUuid } from '@/shared/ids';

/** Conversations one sees, those with the latest message first. @throws AppError invalid_input (foreign cursor) */
export async function findThreads(tx: Tx, { limit, cursor, ...filter }: FindThreadsInput): Promise<ThreadPage> {
  const rows = await tx.rows<ThreadRow & { place: string }>(sql`
    with page as (
      select t.*, t.last_message_at::text as place from thread t
      where ${threadConditions(tx.ctx, filter)} ${after(cursor)} ${seesThread(tx.ctx)}
      order by t.last_message_at desc, t.id desc limit ${limit + 1}::int
    )
    select ${threadColumns(tx.ctx)}, t.place from page t ${threadJoins(tx.ctx)}
    order by t.last_message_at desc, t.id desc`);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(({ place: _place, ...row }) => toThread(tx.ctx, row)),
    nextCursor: last ? encodeCursor([last.place, last.id]) : null,
  };
}

function after(cursor: string | undefined) {
  if (cursor === undefined) return noSql;
  const [place, id] = decodeCursor(cursor, [isInstant, isUuid]);
  return sql` and (t.last_message_at, t.id) < (${place}::timestamptz, ${id}::uuid)`;
}

/** As PostgreSQL writes it, to the microsecond. */
function isInstant(part: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/.test(part) && !Number.isNaN(Date.parse(part));
}

import { sql, type Sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isUuid } from '@/shared/ids';

export interface PageInput {
  /** 1 to 200. */
  limit: number;
  cursor?: string | undefined;
}

interface PageSource<Row extends { id: string }, Shown> {
  /** Rows by `key`, largest first, under the condition `after`; at most `limit`. */
  read: (after: Sql, limit: number) => Promise<Row[]>;
  /** The column of the id. */
  key: Sql;
  show: (row: Row) => Shown;
}

/** One page of a list that runs by its UUIDv7, newest first. @throws AppError invalid_input for a foreign cursor */
export async function readPage<Row extends { id: string }, Shown>(
  { limit, cursor }: PageInput,
  { read, key, show }: PageSource<Row, Shown>,
): Promise<{ data: Shown[]; nextCursor: string | null }> {
  const rows = await read(
    cursor === undefined ? sql`true` : sql`${key} < ${decodeCursor(cursor, [isUuid])[0]}::uuid`,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map(show), nextCursor: last && rows.length > limit ? encodeCursor([last.id]) : null };
}

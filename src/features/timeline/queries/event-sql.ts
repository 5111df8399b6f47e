import { sql, type Sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isUuid } from '@/shared/ids';

/** The actor's name beside an event `e`: a member's or a key's. */
export const actorName: Sql = sql`coalesce(
  (select u.name from membership m join app_user u on u.id = m.user_id where m.id = e.actor_id),
  (select k.name from api_key k where k.id = e.actor_id))`;

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** Where a page that runs backwards in time goes on: below this instant, and below this id at the same instant. */
export function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at = '', id = ''] = decodeCursor(cursor, [isInstant, isUuid]);
  return { at, id };
}

/** A page of at most `limit` of these rows, read one further to know whether there are more. */
export function toPage<Row extends { id: string; exact: string }, Shown>(
  rows: Row[],
  limit: number,
  show: (row: Row) => Shown,
): { data: Shown[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map(show), nextCursor: last && rows.length > limit ? encodeCursor([last.exact, last.id]) : null };
}

/** The instant `at` to the microsecond, which a Date would lose. */
export function exactInstant(column: Sql): Sql {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

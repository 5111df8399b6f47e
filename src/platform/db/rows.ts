import { createHash } from 'node:crypto';
import pg from 'pg';
import { Prisma } from '@/generated/prisma/client';

/** A statement with its values kept apart: ``sql`select … where id = ${id}` ``. */
export const sql = Prisma.sql;
/** A list of statements with a separator between them. */
export const joinSql = Prisma.join;
/** Nothing, for a part that is not wanted. */
export const noSql = Prisma.empty;
export type Sql = Prisma.Sql;

const int8 = 20;
const date = 1082;
const dateArray = 1182;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a safe integer`);
  return value;
}

const parserOf = pg.types.getTypeParser as (oid: number, format: 'text' | 'binary') => (text: string) => unknown;

/** bigint as number (refused when unsafe), date as `YYYY-MM-DD`, the rest as `pg` does. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) => {
    if (oid === int8) return parseInt8;
    if (oid === date) return (text) => text;
    if (oid === dateArray) return (text) => text.slice(1, -1).split(',').filter(Boolean);
    return parserOf(oid, format ?? 'text');
  },
};

const names = new Map<string, string>();

/** Statements are few and repeat: a name lets PostgreSQL keep their plan for the connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= 500) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** Runs one statement on a connection and answers its rows. */
export async function queryRows<Row extends object>(client: pg.ClientBase, query: Sql): Promise<Row[]> {
  const result = await client.query<Row>({ name: nameOf(query.text), text: query.text, values: query.values, types });
  return result.rows;
}

/** Runs one statement and answers how many rows it touched. */
export async function executeSql(client: pg.ClientBase, query: Sql): Promise<number> {
  const result = await client.query({ name: nameOf(query.text), text: query.text, values: query.values });
  return result.rowCount ?? 0;
}

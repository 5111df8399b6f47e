import { randomUUID } from 'node:crypto';
import type pg from 'pg';

export type Statement = string | (pg.QueryConfig & { values: unknown[] });

/** What the product asked of the database for one request, and the ids it was about. */
export interface Recording {
  statements: Statement[];
  creatorId: string;
  /** Of the creator when it was recorded: an update names it. */
  version: number;
}

interface Row {
  version?: unknown;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The uuids of a recording that stay as they are: those of rows that exist. */
export type Kept = ReadonlySet<string>;

/**
 * Sends the statements of a recording through bare `pg`, for another creator: ids of new rows are fresh ones, and an
 * update names the version that was just read, so that it does all of its work. Answers the last rows.
 */
export async function replayStatements(
  client: pg.ClientBase,
  recording: Recording,
  { creatorId, kept }: { creatorId: string; kept: Kept },
): Promise<unknown[]> {
  const fresh = new Map([[recording.creatorId, creatorId]]);
  let version = 0;
  const renew = (value: unknown, updates: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => renew(each, updates));
    if (updates && typeof value === 'number') return renewVersion(value);
    if (typeof value !== 'string' || !uuid.test(value) || kept.has(value)) return value;
    const known = fresh.get(value) ?? randomUUID();
    fresh.set(value, known);
    return known;
  };
  const renewVersion = (value: number) => {
    const later = value - recording.version;
    return later === 0 || later === 1 ? version + later : value;
  };
  let rows: unknown[] = [];
  for (const statement of recording.statements) {
    const result = await client.query(renewStatement(statement, renew) as string);
    if (!Array.isArray(result.rows) || result.rows.length === 0) continue;
    rows = result.rows;
    const read = (rows[0] as Row).version;
    if (typeof read === 'number') version = read;
  }
  return rows;
}

function renewStatement(statement: Statement, renew: (value: unknown, updates: boolean) => unknown): Statement {
  if (typeof statement === 'string') return statement;
  const updates = /^\s*update /i.test(statement.text);
  return { ...statement, values: statement.values.map((value) => renew(value, updates)) };
}

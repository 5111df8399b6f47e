import { sql, type Sql } from '@/platform/db/rows';

/** The roots of the creators that have such a row: children stay with the creator they came with when it is merged. */
export function groupOfCreator(table: Sql, condition: Sql): Sql {
  return sql`select g.root_id from ${table} join creator g on ${condition}`;
}

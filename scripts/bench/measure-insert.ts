import type { Client } from 'pg';
import { connectOwner } from '../db/connect-owner';

/** What an import writes, parents first. Markers of events are gone by then: the worker has relayed them. */
const tables = [
  'creator',
  'handle',
  'handle_metric',
  'email_address',
  'tag',
  'creator_tag',
  'note',
  'import_row',
  'domain_event',
  'event_payload',
  'creator_search',
];

/**
 * Puts a workspace's rows aside, deletes them, and inserts them into their tables again, with their keys, indexes and
 * policies. Answers the ms of the insertions alone.
 */
export async function measureInsert(ownerUrl: string, workspaceId: string): Promise<number> {
  const client = await connectOwner(ownerUrl);
  try {
    await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId]);
    // The search entries are among the rows: nothing builds them a second time.
    await client.query("set app.search_deferred = '1'");
    for (const table of tables) {
      await client.query(
        `create temporary table kept_${table} as select * from ${table} where workspace_id = '${workspaceId}'`,
      );
    }
    await empty(client, workspaceId);
    let took = 0;
    for (const table of tables) took += await fill(client, table);
    return took;
  } finally {
    await client.end();
  }
}

async function empty(client: Client, workspaceId: string): Promise<void> {
  await client.query('delete from effect where workspace_id = $1', [workspaceId]);
  for (const table of ['event_seal', ...tables.toReversed()]) {
    await client.query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
  }
  await client.query(`vacuum analyze ${tables.join(', ')}`);
}

async function fill(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
    [table],
  );
  const columns = rows[0]?.columns ?? '';
  const begun = performance.now();
  await client.query(`insert into ${table} (${columns}) select ${columns} from kept_${table}`);
  return performance.now() - begun;
}

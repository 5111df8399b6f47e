import { Client } from 'pg';

const tables = {
  creator: `to_jsonb(t) - 'version' - 'updated_at'`,
  handle: `to_jsonb(t)`,
  handle_name: `to_jsonb(t)`,
  handle_metric: `to_jsonb(t)`,
  email_address: `to_jsonb(t)`,
  phone_number: `to_jsonb(t)`,
  agency: `to_jsonb(t)`,
  contact: `to_jsonb(t)`,
  creator_contact: `to_jsonb(t)`,
  tag: `to_jsonb(t)`,
  creator_tag: `to_jsonb(t)`,
  custom_field: `to_jsonb(t) - 'version'`,
  note: `to_jsonb(t)`,
  quote: `to_jsonb(t)`,
  creator_search: `to_jsonb(t)`,
};

/** Everything that is known of a workspace's creators, but versions: what an undo has to restore. */
export async function dumpCreators(ownerUrl: string, workspaceId: string): Promise<Record<string, unknown[]>> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const dump: Record<string, unknown[]> = {};
    for (const [table, columns] of Object.entries(tables)) {
      await client.query('select set_config($1, $2, false)', ['app.workspace_id', workspaceId]);
      const { rows } = await client.query<{ row: unknown }>(
        `select ${columns} as row from ${table} t where workspace_id = $1 order by 1`,
        [workspaceId],
      );
      dump[table] = rows.map(({ row }) => row);
    }
    return dump;
  } finally {
    await client.end();
  }
}

import pg from 'pg';

/** What changes by being looked at. */
const unstable: Record<string, string> = { api_key: `- 'last_used_at'` };

/** A digest of every tenant row of a workspace, read as the owner. Equal before and after means that nothing was changed. */
export async function fingerprint(ownerUrl: string, workspaceId: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.workspace_id', $1, false)`, [workspaceId]);
    const { rows: tables } = await client.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity order by 1`);
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const row = `(to_jsonb(t) ${unstable[name] ?? ''})::text`;
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(${row}, '' order by ${row})), '') as digest from ${name} t`,
      );
      digests[name] = rows[0]?.digest ?? '';
    }
    return digests;
  } finally {
    await client.end();
  }
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Where the workspace's notifications go in Slack: the host alone, since the address is a secret; null: nowhere. */
export async function getSlackHost(tx: Tx): Promise<string | null> {
  const [connection] = await tx.rows<{ host: string }>(
    sql`select host from slack_connection where workspace_id = ${tx.ctx.workspaceId}::uuid`,
  );
  return connection?.host ?? null;
}

import { slackConnected, slackDisconnected } from '@/features/notifications/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { sealSecret } from '@/platform/secrets/seal-secret';
import { AppError } from '@/shared/errors';

/** What the address of a workspace's Slack channel is sealed for. */
export function slackPlace(workspaceId: string) {
  return { workspaceId, purpose: 'slack' };
}

/**
 * Keeps, sealed, the incoming webhook of a Slack channel (or of what speaks like it) and records `slack.connected`, from
 * which a greeting follows; an earlier address is replaced.
 */
export async function connectSlack(tx: Tx, { webhook }: { webhook: string }): Promise<void> {
  const { workspaceId, now } = tx.ctx;
  const { host } = new URL(webhook);
  const sealed = sealSecret(slackPlace(workspaceId), webhook);
  await tx.execute(sql`
    insert into slack_connection (workspace_id, webhook, host, connected_at)
    values (${workspaceId}::uuid, ${sealed}, ${host}, ${now})
    on conflict (workspace_id) do update
      set webhook = excluded.webhook, host = excluded.host, connected_at = excluded.connected_at`);
  await recordEvent(tx, slackConnected, { subjectId: workspaceId, payload: { host } });
}

/** Forgets the address and records `slack.disconnected`. @throws AppError not_found */
export async function disconnectSlack(tx: Tx): Promise<void> {
  const [gone] = await tx.rows<{ host: string }>(
    sql`delete from slack_connection where workspace_id = ${tx.ctx.workspaceId}::uuid returning host`,
  );
  if (!gone) throw new AppError('not_found');
  await recordEvent(tx, slackDisconnected, { subjectId: tx.ctx.workspaceId, payload: gone });
}

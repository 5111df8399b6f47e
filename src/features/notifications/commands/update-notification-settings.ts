import { kindNames } from '@/features/notifications/model/notification-kinds';
import { requirePerson } from '@/features/notifications/queries/require-person';
import type { NotificationSettings } from '@/features/notifications/schemas/notification-settings';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Writes what the person who asks wants to be told of. For what happens from now on: what is under way keeps its time.
 * No event: it is nobody else's business. @throws AppError forbidden
 */
export async function updateNotificationSettings(tx: Tx, { choices, times }: NotificationSettings): Promise<void> {
  const { workspaceId } = tx.ctx;
  const membershipId = requirePerson(tx.ctx);
  for (const kind of kindNames) {
    const { inApp, email, slack, push } = choices[kind];
    await tx.execute(sql`
      insert into notification_preference (workspace_id, membership_id, kind, in_app, email, slack, push)
      values (${workspaceId}::uuid, ${membershipId}::uuid, ${kind}, ${inApp}, ${email}, ${slack}, ${push})
      on conflict (workspace_id, membership_id, kind) do update
        set in_app = excluded.in_app, email = excluded.email, slack = excluded.slack, push = excluded.push`);
  }
  await tx.execute(sql`
    insert into notification_times (workspace_id, membership_id, time_zone, quiet_from, quiet_until, digest_at, digest_day)
    values (${workspaceId}::uuid, ${membershipId}::uuid, ${times.timeZone}, ${times.quietFrom}, ${times.quietUntil},
      ${times.digestAt}, ${times.digestDay})
    on conflict (workspace_id, membership_id) do update set time_zone = excluded.time_zone,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at,
      digest_day = excluded.digest_day`);
}

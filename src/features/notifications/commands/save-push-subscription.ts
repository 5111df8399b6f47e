import { requirePerson } from '@/features/notifications/queries/require-person';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

export interface BrowserSubscription {
  endpoint: string;
  p256dh: string;
  auth: string;
}

const mostBrowsers = 10;

/**
 * Lets this browser show what the person who asks is told; a browser is one person's, the last who said so. Of more than
 * ten the oldest go. Repeated, it changes nothing. @throws AppError forbidden
 */
export async function savePushSubscription(tx: Tx, { endpoint, p256dh, auth }: BrowserSubscription): Promise<void> {
  const membershipId = requirePerson(tx.ctx);
  const { workspaceId, now } = tx.ctx;
  await tx.execute(sql`
    insert into push_subscription (id, workspace_id, membership_id, endpoint, p256dh, auth, created_at)
    values (${newId()}::uuid, ${workspaceId}::uuid, ${membershipId}::uuid, ${endpoint}, ${p256dh}, ${auth}, ${now})
    on conflict (workspace_id, endpoint) do update
      set membership_id = excluded.membership_id, p256dh = excluded.p256dh, auth = excluded.auth`);
  await tx.execute(sql`
    delete from push_subscription where id in (
      select id from push_subscription where membership_id = ${membershipId}::uuid
      order by created_at desc, id desc offset ${mostBrowsers})`);
}

/** Ends it for a browser of the person who asks. @throws AppError forbidden */
export async function removePushSubscription(tx: Tx, { endpoint }: { endpoint: string }): Promise<void> {
  const membershipId = requirePerson(tx.ctx);
  await tx.execute(sql`
    delete from push_subscription where membership_id = ${membershipId}::uuid and endpoint = ${endpoint}`);
}

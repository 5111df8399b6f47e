import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Settlement } from '@/platform/events/define-subscriber';

const outcomes = { done: 'sent', dead: 'failed', unknown: 'unknown', pending: null } as const;

/** Writes at the deliveries what became of the effect that carried them. */
export async function settleDeliveries(
  tx: Tx,
  { notificationIds, channel }: { notificationIds: readonly string[]; channel: 'email' | 'slack' | 'push' },
  { state }: Settlement<unknown>,
): Promise<void> {
  await tx.execute(sql`
    update notification_delivery set outcome = ${outcomes[state]}
    where notification_id = any (${notificationIds}::uuid[]) and channel = ${channel} and released_at is not null
      and outcome is distinct from 'needless'`);
}

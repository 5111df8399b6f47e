import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';

/**
 * Says each payload (under 8,000 bytes) to whoever listens on the channel, in one statement of its own: within a
 * business transaction NOTIFY would take a lock of the whole instance at commit.
 */
export async function notifyChannel(channel: string, payloads: readonly string[]): Promise<void> {
  if (payloads.length === 0) return;
  await unscopedRows(sql`select pg_notify(${channel}::text, payload) from unnest(${payloads}::text[]) as t(payload)`);
}

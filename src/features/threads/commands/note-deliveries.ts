import type { AttributedMail } from '@/features/threads/commands/attribute-mails';
import { messageBounced } from '@/features/threads/events';
import type { ReportedDelivery } from '@/features/threads/model/read-mail';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Keeps what reports say of messages of ours with the address each speaks of. Only of addresses the message went to:
 * anybody can write a report. A message none of whose addresses is left has bounced.
 */
export async function noteDeliveries(tx: Tx, mails: readonly AttributedMail[]): Promise<void> {
  for (const { aboutId, about, kind } of mails) {
    if (!aboutId || !about || kind !== 'bounce') continue;
    const failed = about.deliveries.filter((one) => one.failed && one.hard);
    const bounced = await markBounced(tx, aboutId, failed);
    if (bounced.length > 0) await settleBounced(tx, aboutId, { addresses: bounced, reason: failed[0]?.response ?? '' });
  }
}

async function markBounced(tx: Tx, messageId: string, failed: readonly ReportedDelivery[]): Promise<string[]> {
  const rows = await tx.rows<{ address: string }>(sql`
    update message_recipient r set state = 'bounced', response = f.response
    from unnest(${failed.map(({ address }) => address.toLowerCase())}::text[], ${failed.map(({ response }) => response)}::text[])
      as f(address, response)
    where r.message_id = ${messageId}::uuid and lower(r.address) = f.address and r.state <> 'bounced'
    returning r.address`);
  return rows.map(({ address }) => address);
}

async function settleBounced(
  tx: Tx,
  messageId: string,
  bounce: { addresses: string[]; reason: string },
): Promise<void> {
  const [message] = await tx.rows<{ creatorId: string | null; subject: string }>(sql`
    select creator_id as "creatorId", subject from message where id = ${messageId}::uuid`);
  if (!message) return;
  await tx.execute(sql`
    update message set state = 'bounced', failure = ${bounce.reason}, version = version + 1
    where id = ${messageId}::uuid and state = 'sent' and not exists (
      select from message_recipient r where r.message_id = ${messageId}::uuid and r.state not in ('bounced', 'rejected'))`);
  const { creatorId, subject } = message;
  await recordEvent(tx, messageBounced, { subjectId: messageId, creatorId, payload: { subject, ...bounce } });
}

import { messageQueued } from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

interface ReleasedRow {
  id: string;
  creatorId: string | null;
  subject: string;
  to: string[];
  cc: string[];
  attachments: string[];
}

/** Lets those of these messages leave whose time has come: from now on the worker sends them. Others are left alone. */
export async function releaseMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  const addresses = (kind: string) => sql`array(
    select r.address from message_recipient r where r.message_id = m.id and r.kind = ${kind} order by r.id)`;
  const released = await tx.rows<ReleasedRow>(sql`
    update message m set send_at = null, version = m.version + 1
    from (select id from message where id = any (${[...ids]}::uuid[]) and state = 'queued' and send_at <= ${tx.ctx.now}
      order by id for update) due
    where m.id = due.id
    returning m.id, m.creator_id as "creatorId", m.subject, ${addresses('to')} as "to", ${addresses('cc')} as cc,
      array(select a.name from attachment a where a.message_id = m.id order by a.position) as attachments`);
  await recordEvents(
    tx,
    messageQueued,
    released.map(({ id, creatorId, ...payload }) => ({ subjectId: id, creatorId, payload })),
  );
}

import { notificationMailDue, notificationPushDue, notificationSlackDue } from '@/features/notifications/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

interface DueRow {
  id: string;
  notificationId: string;
  membershipId: string;
  channel: 'email' | 'slack' | 'push';
  eventId: string;
  isRead: boolean;
  /** The workspace's channel has this event already, for somebody else. */
  isInSlack: boolean;
}

/**
 * Lets go what is due: one event for each person's mail and browsers, one for Slack, from which the effects follow. What
 * was read in the app meanwhile is not sent any more. Repeated, it finds nothing.
 */
export async function releaseDeliveries(tx: Tx, ids: readonly string[]): Promise<void> {
  const due = await lockDue(tx, ids);
  const needed = due.filter(({ isRead, isInSlack }) => !isRead && !isInSlack);
  await recordEvents(tx, notificationMailDue, perPerson(needed, 'email'));
  await recordEvents(tx, notificationPushDue, perPerson(needed, 'push'));
  const slack = idsOf(needed, 'slack');
  if (slack.length > 0)
    await recordEvents(tx, notificationSlackDue, [
      { subjectId: tx.ctx.workspaceId, payload: { notificationIds: slack } },
    ]);
  await tx.execute(sql`
    update notification_delivery set released_at = ${tx.ctx.now},
      outcome = case when id = any (${needed.map(({ id }) => id)}::uuid[]) then null else 'needless' end
    where id = any (${due.map(({ id }) => id)}::uuid[])`);
}

async function lockDue(tx: Tx, ids: readonly string[]): Promise<DueRow[]> {
  return tx.rows<DueRow>(sql`
    select d.id, d.notification_id as "notificationId", n.membership_id as "membershipId", d.channel,
      n.event_id as "eventId", n.read_at is not null as "isRead",
      d.channel = 'slack' and exists (
        select from notification o join notification_delivery p on p.workspace_id = o.workspace_id and p.notification_id = o.id
        where o.event_id = n.event_id and p.channel = 'slack' and p.released_at is not null) as "isInSlack"
    from notification_delivery d join notification n on n.workspace_id = d.workspace_id and n.id = d.notification_id
    where d.id = any (${ids}::uuid[]) and d.released_at is null and d.due_at <= ${tx.ctx.now}
    order by n.created_at, n.id for update of d skip locked`);
}

function perPerson(due: readonly DueRow[], channel: DueRow['channel']) {
  const people = new Set(due.filter((row) => row.channel === channel).map(({ membershipId }) => membershipId));
  return [...people].map((membershipId) => ({
    subjectId: membershipId,
    payload: {
      notificationIds: idsOf(
        due.filter((row) => row.membershipId === membershipId),
        channel,
      ),
    },
  }));
}

function idsOf(due: readonly DueRow[], channel: DueRow['channel']): string[] {
  return due.filter((row) => row.channel === channel).map(({ notificationId }) => notificationId);
}

import type { Choice, EmailTiming, NotificationKind } from '@/features/notifications/model/notification-kinds';
import { whenDue } from '@/features/notifications/model/when-due';
import type { Words } from '@/features/notifications/model/words';
import { findRecipients, type Recipient } from '@/features/notifications/queries/find-recipients';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { CommittedEvent } from '@/platform/events/define-subscriber';
import { announce } from '@/platform/live/send-notices';
import { newId } from '@/shared/ids';

export interface NewNotification {
  event: CommittedEvent;
  kind: NotificationKind;
  /** The same is told a person once. */
  about: string;
  /** UUIDs. */
  membershipIds: readonly string[];
  words: Words;
}

/**
 * Puts a notification before each of these people, in the bell and on the ways they chose, due when they chose. Repeated,
 * or told by another event, it is there once. Their bells ring after the commit.
 */
export async function addNotification(tx: Tx, { membershipIds, ...told }: NewNotification): Promise<void> {
  const recipients = await findRecipients(tx, membershipIds, told.kind);
  const wanted = recipients.filter(({ choice }) => choice.inApp || channelsOf(choice).length > 0);
  for (const recipient of wanted) {
    const id = await insert(tx, recipient, told);
    if (id) await insertDeliveries(tx, id, recipient);
  }
  const type = 'membership';
  const rung = wanted.filter(({ choice }) => choice.inApp);
  announce(
    tx,
    rung.map(({ membershipId }) => ({ kind: 'notification', type, id: membershipId, creatorId: null })),
  );
}

/** Null when the person was told of it before. */
async function insert(
  tx: Tx,
  { membershipId, choice }: Recipient,
  { event, kind, about, words }: Omit<NewNotification, 'membershipIds'>,
): Promise<string | null> {
  const [made] = await tx.rows<{ id: string; isNew: boolean }>(sql`
    insert into notification as n (id, workspace_id, membership_id, kind, about, event_id, subject_type, subject_id,
      creator_id, title, detail, in_app, created_at)
    values (${newId()}::uuid, ${tx.ctx.workspaceId}::uuid, ${membershipId}::uuid, ${kind}, ${about}, ${event.id}::uuid,
      ${event.subjectType}, ${event.subjectId}::uuid, ${event.creatorId}::uuid, ${words.title.slice(0, 300)},
      ${(words.detail ?? '').slice(0, 500)}, ${choice.inApp}, ${event.occurredAt})
    on conflict (workspace_id, membership_id, about) do update set title = coalesce(${words.together ?? null}, n.title)
      where n.event_id <> excluded.event_id
    returning id, xmax = 0 as "isNew"`);
  return made?.isNew ? made.id : null;
}

async function insertDeliveries(tx: Tx, notificationId: string, { choice, times }: Recipient): Promise<void> {
  for (const { channel, timing } of channelsOf(choice)) {
    await tx.execute(sql`
      insert into notification_delivery (id, workspace_id, notification_id, channel, due_at)
      values (${newId()}::uuid, ${tx.ctx.workspaceId}::uuid, ${notificationId}::uuid, ${channel},
        ${whenDue(tx.ctx.now, timing, times)})`);
  }
}

interface Way {
  channel: 'email' | 'slack' | 'push';
  timing: Exclude<EmailTiming, 'off'>;
}

function channelsOf({ email, slack, push }: Choice): Way[] {
  const ways: Way[] = [];
  if (email !== 'off') ways.push({ channel: 'email', timing: email });
  if (slack) ways.push({ channel: 'slack', timing: 'immediately' });
  if (push) ways.push({ channel: 'push', timing: 'immediately' });
  return ways;
}

import {
  defaultChoice,
  type Choice,
  type EmailTiming,
  type NotificationKind,
} from '@/features/notifications/model/notification-kinds';
import { defaultTimes, type Times } from '@/features/notifications/model/when-due';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { Role } from '@/shared/permissions';

export interface Recipient {
  membershipId: string;
  choice: Choice;
  times: Times;
  /** Otherwise they are what everybody begins with. */
  hasChosenTimes: boolean;
}

interface RecipientRow {
  membershipId: string;
  role: Role;
  ownZone: string | null;
  inApp: boolean | null;
  email: EmailTiming;
  slack: boolean;
  push: boolean;
  timeZone: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  digestAt: string;
  digestDay: number;
}

/** Of these members, those who are still here, with what they chose for this kind and when. */
export async function findRecipients(
  tx: Tx,
  membershipIds: readonly string[],
  kind: NotificationKind,
): Promise<Recipient[]> {
  const rows = await tx.rows<RecipientRow>(sql`
    select m.id as "membershipId", m.role, u.time_zone as "ownZone",
      p.in_app as "inApp", p.email, p.slack, p.push, t.time_zone as "timeZone", t.quiet_from as "quietFrom",
      t.quiet_until as "quietUntil", t.digest_at as "digestAt", t.digest_day as "digestDay"
    from membership m join app_user u on u.id = m.user_id
    left join notification_preference p on p.workspace_id = m.workspace_id and p.membership_id = m.id and p.kind = ${kind}
    left join notification_times t on t.workspace_id = m.workspace_id and t.membership_id = m.id
    where m.id = any (${membershipIds}::uuid[]) and m.removed_at is null order by m.id`);
  return rows.map((row) => ({
    membershipId: row.membershipId,
    choice: choiceOf(row, kind),
    times: timesOf(row),
    hasChosenTimes: row.timeZone !== null,
  }));
}

function choiceOf({ role, inApp, email, slack, push }: RecipientRow, kind: NotificationKind): Choice {
  return inApp === null ? defaultChoice(kind, role) : { inApp, email, slack, push };
}

function timesOf({ ownZone, timeZone, quietFrom, quietUntil, digestAt, digestDay }: RecipientRow): Times {
  if (timeZone === null) return { ...defaultTimes, timeZone: ownZone ?? 'UTC' };
  return { timeZone, quietFrom, quietUntil, digestAt, digestDay };
}

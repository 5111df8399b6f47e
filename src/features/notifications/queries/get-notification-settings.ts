import { kindNames, type Choice, type NotificationKind } from '@/features/notifications/model/notification-kinds';
import { findRecipients } from '@/features/notifications/queries/find-recipients';
import { requirePerson } from '@/features/notifications/queries/require-person';
import type { NotificationSettings } from '@/features/notifications/schemas/notification-settings';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/**
 * What the person who asks chose, or what their role begins with; until they chose, in the zone (IANA) their browser
 * told. @throws AppError forbidden
 */
export async function getNotificationSettings(tx: Tx, browserZone?: string): Promise<NotificationSettings> {
  const membershipId = requirePerson(tx.ctx);
  const choices = {} as Record<NotificationKind, Choice>;
  let times: NotificationSettings['times'] | undefined;
  for (const kind of kindNames) {
    const [own] = await findRecipients(tx, [membershipId], kind);
    if (!own) throw new AppError('not_found');
    choices[kind] = own.choice;
    times = own.hasChosenTimes || !browserZone ? own.times : { ...own.times, timeZone: browserZone };
  }
  if (!times) throw new AppError('not_found');
  return { choices, times };
}

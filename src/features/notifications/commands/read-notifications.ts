import { requirePerson } from '@/features/notifications/queries/require-person';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql } from '@/platform/db/rows';
import { announce } from '@/platform/live/send-notices';

/**
 * Marks notifications of the person who asks as read: these, or all. Those of others are passed over. The person's other
 * windows hear of it. @throws AppError forbidden
 */
export async function readNotifications(tx: Tx, { ids }: { ids?: readonly string[] | undefined }): Promise<void> {
  const membershipId = requirePerson(tx.ctx);
  const read = await tx.execute(sql`
    update notification set read_at = ${tx.ctx.now}
    where membership_id = ${membershipId}::uuid and in_app and read_at is null
      ${ids === undefined ? noSql : sql`and id = any (${[...ids]}::uuid[])`}`);
  if (read > 0) announce(tx, [{ kind: 'notification', type: 'membership', id: membershipId, creatorId: null }]);
}

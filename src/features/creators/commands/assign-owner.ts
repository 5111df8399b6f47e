import { creatorOwnerAssigned } from '@/features/creators/events';
import { lockChosen, type Chosen } from '@/features/creators/commands/lock-chosen';
import { requireReferences } from '@/features/creators/commands/require-references';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';
import { encodeId } from '@/shared/ids';

/**
 * Says which member looks after one creator or many (null: nobody). One `creator.owner_assigned` for each that somebody
 * else looked after. Answers how many. @throws AppError not_found (creator, member), conflict `stale_version`
 */
export async function assignOwner(
  tx: Tx,
  { ownerId, ...chosen }: Chosen & { ownerId: string | null },
): Promise<number> {
  await requireReferences(tx, { ownerId });
  const moved = await lockChosen(tx, chosen, (row) => row.ownerId !== ownerId);
  await tx.execute(sql`
    update creator set owner_id = ${ownerId}::uuid, version = version + 1, updated_at = ${tx.ctx.now}
    where id = any (${moved.map((row) => row.id)}::uuid[])`);
  const names = await memberNames(tx, [ownerId, ...moved.map((row) => row.ownerId)]);
  const person = (id: string | null) => (id ? { id: encodeId('membership', id), name: names.get(id) ?? '' } : null);
  await recordEvents(
    tx,
    creatorOwnerAssigned,
    moved.map((row) => ({
      subjectId: row.id,
      creatorId: row.id,
      payload: { changes: { owner: { from: person(row.ownerId), to: person(ownerId) } } },
    })),
  );
  return moved.length;
}

async function memberNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    select m.id, u.name from membership m join app_user u on u.id = m.user_id where m.id = any (${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

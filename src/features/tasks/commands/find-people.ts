import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

export interface Person {
  /** mem_… */
  id: string;
  name: string;
}

/** The members behind these ids, as events name them; null stays null. */
export async function findPeople(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => Person | null> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    select m.id, u.name from membership m join app_user u on u.id = m.user_id
    where m.id = any (${ids.filter((id) => id !== null)}::uuid[])`);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null ? null : { id: encodeId('membership', id), name: names.get(id) ?? '' });
}

/** @throws AppError not_found when it is no member (any more) of this workspace */
export async function requireAssignee(tx: Tx, assigneeId: string | null | undefined): Promise<void> {
  if (!assigneeId) return;
  if (await tx.db.membership.findFirst({ where: { id: assigneeId, removedAt: null }, select: { id: true } })) return;
  const message = 'This person is not a member of this workspace.';
  throw new AppError('not_found', { reason: 'assignee', message, fields: [{ path: 'assigneeId', message }] });
}

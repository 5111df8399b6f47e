import type { MemberDto } from '@/features/members/schemas/member';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';
import type { Role } from '@/shared/permissions';

/** Who works in this workspace, by name. */
export async function findMembers(tx: Tx): Promise<MemberDto[]> {
  const { actor } = tx.ctx;
  const rows = await tx.rows<{ id: string; name: string; role: Role }>(sql`
    select m.id, u.name, m.role from membership m join app_user u on u.id = m.user_id
    where m.removed_at is null order by u.name, m.id`);
  return rows.map(({ id, ...member }) => ({
    id: encodeId('membership', id),
    ...member,
    isMe: actor.type === 'user' && actor.membershipId === id,
  }));
}

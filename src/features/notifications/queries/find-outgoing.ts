import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** A notification on its way out, with whom it is for. */
export interface Outgoing {
  id: string;
  eventId: string;
  title: string;
  detail: string;
  subjectType: string;
  subjectId: string;
  creatorId: string | null;
  membershipId: string;
  personName: string;
  personEmail: string;
}

/** Those of these that are still to go out, oldest first: not for people who have left. */
export async function findOutgoing(tx: Tx, ids: readonly string[]): Promise<Outgoing[]> {
  return tx.rows<Outgoing>(sql`
    select n.id, n.event_id as "eventId", n.title, n.detail, n.subject_type as "subjectType", n.subject_id as "subjectId",
      n.creator_id as "creatorId", m.id as "membershipId", u.name as "personName", u.email as "personEmail"
    from notification n
    join membership m on m.workspace_id = n.workspace_id and m.id = n.membership_id and m.removed_at is null
    join app_user u on u.id = m.user_id
    where n.id = any (${ids}::uuid[]) order by n.created_at, n.id`);
}

export async function getWorkspace(tx: Tx): Promise<{ slug: string; name: string }> {
  const [workspace] = await tx.rows<{ slug: string; name: string }>(
    sql`select slug, name from workspace where id = ${tx.ctx.workspaceId}::uuid`,
  );
  if (!workspace) throw new Error('a context of no workspace');
  return workspace;
}

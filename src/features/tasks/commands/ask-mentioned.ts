import { createTask } from '@/features/tasks/commands/create-task';
import type { SubjectId } from '@/features/tasks/schemas/subject';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { permissionsOf, type Role } from '@/shared/permissions';

export interface Mention {
  /** Memberships. */
  mentions: readonly string[];
  /** Who wrote it; whoever names themselves asks nobody. */
  authorId: string | null;
  /** What they are named in: once for each person, however often it is rewritten. */
  key: string;
  /** The words around. */
  excerpt: string;
  subject: SubjectId | null;
  creatorId: string | null;
}

/** A task for each who is named, is still here and may work on tasks: to answer who named them. */
export async function askMentioned(
  tx: Tx,
  { mentions, authorId, key, excerpt, subject, creatorId }: Mention,
): Promise<void> {
  const members = await tx.rows<{ id: string; name: string; role: Role; removedAt: Date | null }>(sql`
    select m.id, u.name, m.role, m.removed_at as "removedAt" from membership m join app_user u on u.id = m.user_id
    where m.id = any (${[...mentions, authorId].filter((id) => id !== null)}::uuid[]) order by m.id`);
  const author = members.find(({ id }) => id === authorId);
  for (const { id, role, removedAt } of members) {
    if (id === authorId || removedAt !== null || !permissionsOf(role).has('task.update')) continue;
    const title = author ? `Answer ${author.name}, who mentioned you` : 'Answer where you were mentioned';
    await createTask(tx, {
      ...{ title, note: excerpt, subject, creatorId, assigneeId: id },
      source: 'mention',
      sourceKey: `${key} ${id}`,
    });
  }
}

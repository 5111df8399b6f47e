import type { FoundSubject, SubjectSource } from '@/features/tasks/schemas/subject';
import { sql } from '@/platform/db/rows';

/** A creator, or whom it was merged into, as what a task is about. */
export const creatorTaskSubject: SubjectSource = {
  type: 'creator',
  permission: 'creator.read',
  async find(tx, ids) {
    const rows = await tx.rows<FoundSubject & { id: string }>(sql`
      select c.id, r.display_name as title, r.id as "creatorId"
      from creator c join creator r on r.id = c.root_id
      where c.id = any (${[...ids]}::uuid[]) and r.archived_at is null`);
    return new Map(rows.map(({ id, ...subject }) => [id, subject]));
  },
};

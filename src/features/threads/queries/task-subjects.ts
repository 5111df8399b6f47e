import { seesMessage, seesThread } from '@/features/threads/queries/mailbox-scope';
import type { FoundSubject, SubjectSource } from '@/features/tasks/schemas/subject';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';

/** A message one sees, as what a task is about. */
export const messageTaskSubject: SubjectSource = {
  type: 'message',
  permission: 'message.read',
  find: (tx, ids) =>
    findSubjects(
      tx,
      sql`select m.id, m.subject as title, m.creator_id as "creatorId"
        from message m where m.id = any (${[...ids]}::uuid[]) ${seesMessage(tx.ctx)}`,
    ),
};

/** A conversation one sees; of several creators, the first it is about. */
export const threadTaskSubject: SubjectSource = {
  type: 'thread',
  permission: 'message.read',
  find: (tx, ids) =>
    findSubjects(
      tx,
      sql`select t.id, t.subject as title,
          (select p.creator_id from thread_creator p
            where p.thread_id = t.id and p.state = 'confirmed' order by p.creator_id limit 1) as "creatorId"
        from thread t where t.id = any (${[...ids]}::uuid[]) ${seesThread(tx.ctx)}`,
    ),
};

async function findSubjects(tx: Tx, query: Sql): Promise<Map<string, FoundSubject>> {
  const rows = await tx.rows<FoundSubject & { id: string }>(query);
  return new Map(rows.map(({ id, ...subject }) => [id, subject]));
}

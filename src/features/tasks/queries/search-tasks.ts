import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

interface TaskHit {
  id: string;
  title: string;
  /** The note. */
  detail: string | null;
  creator: { id: string; displayName: string } | null;
}

/** Tasks in which all the words stand: what is to be done before what is finished, the newest first. */
export async function searchTasks(tx: Tx, { q, limit }: { q: string; limit: number }): Promise<TaskHit[]> {
  const rows = await tx.rows<{
    id: string;
    title: string;
    note: string;
    rootId: string | null;
    name: string | null;
  }>(sql`
    select t.id, t.title, t.note, r.id as "rootId", r.display_name as name
    from search_tasks(${q}, ${limit}::int) s join task t on t.id = s.task_id
    left join creator c on c.id = t.creator_id left join creator r on r.id = c.root_id
    order by t.finished_at is not null, t.id desc`);
  return rows.map(({ id, title, note, rootId, name }) => ({
    id: encodeId('task', id),
    title,
    detail: note || null,
    creator: rootId === null ? null : { id: encodeId('creator', rootId), displayName: name ?? '' },
  }));
}

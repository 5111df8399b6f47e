import { conditionsOf } from '@/features/tasks/queries/find-tasks';
import type { TaskCounts } from '@/features/tasks/schemas/count-tasks';
import type { Tx } from '@/platform/db/in-workspace';
import { joinSql, sql, type Sql } from '@/platform/db/rows';

const most = 1_000;

/**
 * How many tasks there are to do that are not put off: one's own, those that nobody has, all. None is counted beyond
 * 1,000. A key has none of its own.
 */
export async function countTasks(tx: Tx): Promise<TaskCounts> {
  const { actor } = tx.ctx;
  return {
    mine: actor.type === 'user' ? await count(tx, 'me') : 0,
    unassigned: await count(tx, 'none'),
    all: await count(tx, undefined),
    overdue: actor.type === 'user' ? await count(tx, 'me', tx.ctx.now) : 0,
  };
}

async function count(tx: Tx, assignee: 'me' | 'none' | undefined, dueBefore?: Date): Promise<number> {
  const conditions: Sql[] = conditionsOf(tx.ctx, { assignee, dueBefore, state: ['open', 'doing'], snoozed: 'exclude' });
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::int as count from (select from task t where ${joinSql(conditions, ' and ')} limit ${most}::int) counted`);
  return row?.count ?? 0;
}

import type { z } from 'zod';
import { requireCreator } from '@/features/creators/queries/find-notes';
import type { handleHistorySchema } from '@/features/creators/schemas/handle-history';
import { toHandle, type HandleRow } from '@/features/creators/queries/to-child';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

type HandleHistory = z.output<typeof handleHistorySchema>;

interface HistoryRow extends HandleRow {
  names: { name: string; replaced_at: string; source: string }[];
  history: { metric: string; value: number; as_of: string; source: string }[];
  archived_at: string | null;
}

/**
 * The handles of a creator and its merged group with the names they had and the numbers reported for them, newest
 * first, at most a thousand numbers each. @throws AppError not_found
 */
export async function findHandles(tx: Tx, creatorId: string): Promise<HandleHistory[]> {
  await requireCreator(tx, creatorId);
  const ofCreator = sql`h.creator_id in (
    select id from creator where root_id = (select root_id from creator where id = ${creatorId}::uuid))`;
  return (await readHistories(tx, ofCreator)).map(toHandleHistory);
}

/** One handle, as above. @throws AppError not_found */
export async function getHandle(tx: Tx, id: string): Promise<HandleHistory> {
  const [row] = await readHistories(tx, sql`h.id = ${id}::uuid`);
  if (!row) throw new AppError('not_found');
  return toHandleHistory(row);
}

async function readHistories(tx: Tx, condition: Sql): Promise<HistoryRow[]> {
  const rows = await tx.rows<{ handle: HistoryRow }>(sql`
    select row_to_json(x) as handle from (
      select h.*,
        (select count(*) from handle_metric m where m.handle_id = h.id) as history_count,
        (select row_to_json(a) from audience_snapshot a where a.handle_id = h.id
          order by a.as_of desc, a.id desc limit 1) as audience,
        coalesce((select json_agg(n order by n.replaced_at desc, n.id desc) from handle_name n
          where n.handle_id = h.id), '[]') as names,
        coalesce((select json_agg(m order by m.as_of desc, m.id desc) from (
          select * from handle_metric m where m.handle_id = h.id order by m.as_of desc, m.id desc limit 1000) m), '[]')
          as history
      from handle h where ${condition}
      order by h.archived_at is not null, h.is_primary desc, h.followers desc nulls last, h.created_at, h.id
    ) x`);
  return rows.map(({ handle }) => handle);
}

function toHandleHistory(row: HistoryRow): HandleHistory {
  const newest = new Map(row.history.toReversed().map((metric) => [metric.metric, metric]));
  const instant = (value: string) => new Date(value).toISOString();
  return {
    ...toHandle({ ...row, metrics: [...newest.values()] }),
    archivedAt: row.archived_at === null ? null : instant(row.archived_at),
    names: row.names.map(({ name, replaced_at, source }) => ({ name, replacedAt: instant(replaced_at), source })),
    history: row.history.map(({ metric, value, as_of, source }) => ({ metric, value, asOf: instant(as_of), source })),
  };
}

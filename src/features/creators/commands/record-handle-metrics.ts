import { lockHandle } from '@/features/creators/commands/lock-handle';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { RecordHandleMetricsInput } from '@/features/creators/schemas/handle-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

/**
 * Adds what a source reported of a handle at an instant: append-only rows of their own, no event. The newest becomes
 * what handle and creator show. The same report again adds nothing. Answers how many numbers were new.
 * @throws AppError not_found
 */
export async function recordHandleMetrics(tx: Tx, input: RecordHandleMetricsInput): Promise<number> {
  const handle = await lockHandle(tx, input.handleId);
  const reported = Object.entries(input.metrics);
  const added = await tx.execute(sql`
    insert into handle_metric (id, workspace_id, handle_id, metric, value, as_of, source)
    select r.id, ${tx.ctx.workspaceId}::uuid, ${handle.id}::uuid, r.metric, r.value, ${input.asOf}, ${input.source}
    from unnest(${reported.map(() => newId())}::uuid[], ${reported.map(([metric]) => metric)}::text[],
      ${reported.map(([, value]) => value)}::float8[]) as r(id, metric, value)
    where not exists (
      select from handle_metric m where m.handle_id = ${handle.id}::uuid and m.metric = r.metric
        and m.as_of = ${input.asOf} and m.source = ${input.source} and m.value = r.value)`);
  if (added > 0) await refreshCreatorNumbers(tx, [handle.rootId]);
  return added;
}

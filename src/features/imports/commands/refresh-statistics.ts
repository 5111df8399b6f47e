import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

interface Explained {
  'QUERY PLAN': [{ Plan: { Plans: { 'Plan Rows': number }[] } }];
}

/** How many rows of a table are counted at most. */
const counted = 1_000;

/**
 * Takes the statistics of the tables of creators anew where they take this workspace for nearly empty and it is not:
 * every look-up of a batch would read it whole. Costs two statements where they are right.
 */
export async function refreshStatistics(ctx: Context): Promise<void> {
  const stale = await inWorkspace(ctx, async (tx) => {
    const [explained] = await tx.rows<Explained>(sql`
      explain (format json) select from creator union all select from handle union all select from email_address
      union all select from creator_tag union all select from note`);
    const [actual] = await tx.rows<{ counts: number[] }>(sql`
      select array[
        (select count(*) from (select from creator limit ${counted}) few),
        (select count(*) from (select from handle limit ${counted}) few),
        (select count(*) from (select from email_address limit ${counted}) few),
        (select count(*) from (select from creator_tag limit ${counted}) few),
        (select count(*) from (select from note limit ${counted}) few)]::int[] as counts`);
    const estimates = explained?.['QUERY PLAN'][0].Plan.Plans.map((plan) => plan['Plan Rows']) ?? [];
    return (actual?.counts ?? []).some((count, index) => count >= counted / 2 && (estimates[index] ?? 0) * 5 < count);
  });
  if (stale) await inWorkspace(ctx, (tx) => tx.execute(sql`select analyze_creators()`));
}

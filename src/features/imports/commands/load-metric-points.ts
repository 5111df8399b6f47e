import type { BatchDraft } from '@/features/imports/model/batch-draft';
import type { KnownHandle, MetricPoint } from '@/features/imports/model/known-creator';
import { findHandle } from '@/features/imports/model/match-row';
import type { ParsedRow } from '@/features/imports/model/parsed-row';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** For every number the rows bring of a known handle: the newest known at that time, else any. */
export async function loadMetricPoints(tx: Tx, { directory, facts }: BatchDraft, rows: readonly ParsedRow[]) {
  const asked = rows.flatMap((row) => {
    const asOf = row.asOf ? new Date(`${row.asOf}T00:00:00Z`) : new Date(facts.asOf);
    return row.handles.flatMap((handle) => {
      const known = findHandle(directory, handle);
      return known ? Object.keys(handle.metrics).map((metric) => ({ known, metric, asOf })) : [];
    });
  });
  if (asked.length === 0) return;
  const handles = new Map(asked.map(({ known }) => [known.id, known]));
  const points = await tx.rows<{ handleId: string; metric: string; value: number; asOf: Date }>(sql`
    select a.handle_id as "handleId", a.metric, coalesce(p.value, q.value) as value, coalesce(p.as_of, q.as_of) as "asOf"
    from unnest(${asked.map((one) => one.known.id)}::uuid[], ${asked.map((one) => one.metric)}::text[],
      ${asked.map((one) => one.asOf)}::timestamptz[])
      as a(handle_id, metric, as_of)
    left join lateral (
      select m.value, m.as_of from handle_metric m
      where m.handle_id = a.handle_id and m.metric = a.metric and m.as_of <= a.as_of
      order by m.as_of desc, m.id desc limit 1) p on true
    left join lateral (
      select m.value, m.as_of from handle_metric m
      where p.as_of is null and m.handle_id = a.handle_id and m.metric = a.metric limit 1) q on true
    where coalesce(p.as_of, q.as_of) is not null`);
  for (const { handleId, metric, value, asOf } of points)
    addPoint(handles.get(handleId), metric, { asOf: asOf.getTime(), value });
}

function addPoint(known: KnownHandle | undefined, metric: string, point: MetricPoint): void {
  const points = known?.points.get(metric) ?? [];
  if (!points.some(({ asOf }) => asOf === point.asOf)) known?.points.set(metric, [...points, point]);
}

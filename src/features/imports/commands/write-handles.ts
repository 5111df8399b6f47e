import type { WrittenFor } from '@/features/imports/model/written-for';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import type { KnownHandle } from '@/features/imports/model/known-creator';
import { handleNumbers } from '@/features/imports/model/handle-numbers';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Accounts, the names they had, and their numbers. */
export async function writeHandles(tx: Tx, draft: BatchDraft, written: WrittenFor): Promise<void> {
  await insertHandles(tx, draft.handles);
  await updateHandles(tx, draft.changedHandles);
  await insertOldNames(tx, draft, written);
  await insertMetrics(tx, draft, written);
}

async function insertHandles(tx: Tx, handles: readonly KnownHandle[]): Promise<void> {
  if (handles.length === 0) return;
  const rows = handles.map((handle) => ({ ...columnsOf(handle), ...handleNumbers(handle) }));
  await tx.execute(sql`
    insert into handle (workspace_id, id, creator_id, platform, name, normalized_name, url, platform_account_id,
      is_primary, followers, followers_as_of, engagement_rate, created_at)
    select ${tx.ctx.workspaceId}::uuid, h.id, h."creatorId", h.platform, h.name, h.normalized, h.url,
      h."platformAccountId", h."isPrimary", h.followers, h."followersAsOf", h."engagementRate", ${tx.ctx.now}
    from json_to_recordset(${toJson(rows)}::json) as h(id uuid, "creatorId" uuid, platform text, name text,
      normalized text, url text, "platformAccountId" text, "isPrimary" boolean, followers bigint,
      "followersAsOf" timestamptz, "engagementRate" float8)`);
}

function columnsOf({ points: _points, oldNames: _oldNames, ...columns }: KnownHandle) {
  return columns;
}

async function updateHandles(tx: Tx, handles: ReadonlySet<KnownHandle>): Promise<void> {
  if (handles.size === 0) return;
  const rows = [...handles].map(columnsOf);
  await tx.execute(sql`
    update handle h set name = n.name, normalized_name = n.normalized, url = n.url,
      platform_account_id = n."platformAccountId"
    from json_to_recordset(${toJson(rows)}::json) as n(id uuid, name text, normalized text, url text,
      "platformAccountId" text)
    where h.id = n.id`);
}

async function insertOldNames(tx: Tx, { oldNames }: BatchDraft, { source }: WrittenFor): Promise<void> {
  if (oldNames.length === 0) return;
  await tx.execute(sql`
    insert into handle_name (workspace_id, id, handle_id, name, normalized_name, replaced_at, source)
    select ${tx.ctx.workspaceId}::uuid, n.id, n."handleId", n.name, n.normalized, ${tx.ctx.now}, ${source}
    from json_to_recordset(${toJson(oldNames)}::json) as n(id uuid, "handleId" uuid, name text, normalized text)`);
}

async function insertMetrics(tx: Tx, { metrics }: BatchDraft, { importId, source }: WrittenFor): Promise<void> {
  if (metrics.length === 0) return;
  await tx.execute(sql`
    insert into handle_metric (workspace_id, id, handle_id, metric, value, as_of, source, import_id)
    select ${tx.ctx.workspaceId}::uuid, m.id, m.handle_id, m.metric, m.value, m.as_of, ${source}, ${importId}::uuid
    from unnest(${metrics.map((one) => one.id)}::uuid[], ${metrics.map((one) => one.handleId)}::uuid[],
      ${metrics.map((one) => one.metric)}::text[], ${metrics.map((one) => one.value)}::float8[],
      ${metrics.map((one) => new Date(one.asOf))}::timestamptz[]) as m(id, handle_id, metric, value, as_of)`);
}

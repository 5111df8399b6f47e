import type { UndoneRow } from '@/features/imports/model/undone-row';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Takes back the numbers, names and accounts that the rows gave to handles; an account others measured since stays. */
export async function restoreHandles(tx: Tx, importId: string, rows: readonly UndoneRow[]): Promise<void> {
  await tx.execute(sql`
    delete from handle_metric m using handle h, creator c
    where m.import_id = ${importId}::uuid and h.id = m.handle_id and c.id = h.creator_id
      and c.root_id = any (${rows.map((row) => row.creatorId)}::uuid[])`);
  const filled = rows.flatMap((row) => row.changes.filled ?? []);
  if (filled.length > 0)
    await tx.execute(sql`
      update handle h set
        platform_account_id = case when n.field = 'platformAccountId' then null else h.platform_account_id end,
        url = case when n.field = 'url' then null else h.url end
      from json_to_recordset(${toJson(filled)}::json) as n("handleId" uuid, field text, "to" text)
      where h.id = n."handleId"
        and n."to" = case n.field when 'url' then h.url else h.platform_account_id end`);
  await renameBack(tx, rows);
  const added = rows.flatMap((row) => row.changes.handles ?? []);
  if (added.length > 0)
    await tx.execute(sql`
      delete from handle h where h.id = any (${added}::uuid[])
        and not exists (select from handle_metric m where m.handle_id = h.id)`);
}

/** One after the other, the last first: an account may have been renamed more than once. */
async function renameBack(tx: Tx, rows: readonly UndoneRow[]): Promise<void> {
  for (const { handleId, nameId, from, to } of rows.flatMap((row) => row.changes.renamed ?? [])) {
    const renamed = await tx.execute(sql`
      update handle set name = ${from.name}, normalized_name = ${from.normalized}, url = ${from.url}
      where id = ${handleId}::uuid and normalized_name = ${to.normalized}`);
    if (renamed > 0) await tx.execute(sql`delete from handle_name where id = ${nameId}::uuid`);
  }
}

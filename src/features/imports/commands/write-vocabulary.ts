import type { BatchDraft } from '@/features/imports/model/batch-draft';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';

/** Tags and custom fields that are new, and the options that were added to a choice. */
export async function writeVocabulary(tx: Tx, { rows, newFields, changedFields }: BatchDraft): Promise<void> {
  const tags = rows.flatMap((row) => row.changes?.newTags ?? []);
  if (tags.length > 0)
    await tx.execute(sql`
      insert into tag (id, workspace_id, name, created_at)
      select id, ${tx.ctx.workspaceId}::uuid, name, ${tx.ctx.now}
      from unnest(${tags.map(() => newId())}::uuid[], ${tags}::text[]) as t(id, name)
      on conflict (workspace_id, lower(name)) do nothing`);
  if (newFields.length > 0)
    await tx.execute(sql`
      insert into custom_field (workspace_id, id, label, type, options, created_at)
      select ${tx.ctx.workspaceId}::uuid, f.id, f.label, f.type, f.options, ${tx.ctx.now}
      from json_to_recordset(${toJson(newFields)}::json) as f(id uuid, label text, type text, options text[])`);
  if (changedFields.size > 0)
    await tx.execute(sql`
      update custom_field f set options = n.options, version = f.version + 1
      from json_to_recordset(${toJson([...changedFields])}::json) as n(id uuid, options text[]) where f.id = n.id`);
}

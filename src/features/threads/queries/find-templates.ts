import type { TemplateDto } from '@/features/threads/schemas/template';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** The templates and snippets of everybody and one's own, by their names. */
export async function findTemplates(tx: Tx): Promise<TemplateDto[]> {
  const { actor } = tx.ctx;
  const own = actor.type === 'user' ? actor.membershipId : null;
  const rows = await tx.rows<TemplateDto>(sql`
    select id, kind, name, subject, html, shared, owner_id is not distinct from ${own}::uuid as mine, version
    from template where archived_at is null and (shared or owner_id = ${own}::uuid)
    order by lower(name), id limit 500`);
  return rows.map((row) => ({ ...row, id: encodeId('template', row.id) }));
}

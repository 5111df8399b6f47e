import type { BatchDraft } from '@/features/imports/model/batch-draft';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Agencies, contacts, and whom they speak for; their addresses go with those of the creators. */
export async function writeContacts(tx: Tx, { agencies, contacts, links }: BatchDraft): Promise<void> {
  if (agencies.length > 0)
    await tx.execute(sql`
      insert into agency (workspace_id, id, name, created_at)
      select ${tx.ctx.workspaceId}::uuid, a.id, a.name, ${tx.ctx.now}
      from json_to_recordset(${toJson(agencies)}::json) as a(id uuid, name text)`);
  if (contacts.length > 0)
    await tx.execute(sql`
      insert into contact (workspace_id, id, agency_id, name, role, created_at)
      select ${tx.ctx.workspaceId}::uuid, k.id, k."agencyId", k.name, k.role, ${tx.ctx.now}
      from json_to_recordset(${toJson(contacts)}::json) as k(id uuid, name text, role text, "agencyId" uuid)`);
  // Each at a time of its own: who came first is told by it.
  if (links.length > 0)
    await tx.execute(sql`
      insert into creator_contact (workspace_id, creator_id, contact_id, role, topics, routing, created_at)
      select ${tx.ctx.workspaceId}::uuid, l.creator_id, l.contact_id, l.role, '{}', l.routing,
        clock_timestamp() + l.place * interval '1 microsecond'
      from rows from (json_to_recordset(${toJson(links)}::json)
        as ("creatorId" uuid, "contactId" uuid, role text, routing text))
        with ordinality as l(creator_id, contact_id, role, routing, place)
      on conflict do nothing`);
}

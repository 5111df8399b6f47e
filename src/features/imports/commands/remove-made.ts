import type { RowChanges } from '@/features/imports/model/batch-draft';
import type { UndoneRow } from '@/features/imports/model/undone-row';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Removes links to contacts, and contacts, agencies, tags, fields and options that rows made, unless somebody else uses
 * them by now. Where an address had become a shared contact's, it is its first holder's again. Answers the creators
 * whose addresses changed.
 */
export async function removeMade(tx: Tx, rows: readonly UndoneRow[]): Promise<string[]> {
  const links = rows.flatMap((row) => row.changes.links ?? []);
  const contacts = rows.flatMap((row) => row.changes.contacts ?? []);
  const gone = await removeContacts(tx, { links, contacts });
  const shared = rows.filter((row) => row.changes.contacts?.some((id) => gone.has(id)));
  const holders = await giveBack(
    tx,
    shared.flatMap((row) => row.changes.shared ?? []),
  );
  const agencies = rows.flatMap((row) => row.changes.agencies ?? []);
  if (agencies.length > 0)
    await tx.execute(sql`
      delete from agency a where a.id = any (${agencies}::uuid[])
        and not exists (select from contact k where k.agency_id = a.id)`);
  await removeVocabulary(tx, rows);
  return [...holders, ...links.map((link) => link.creatorId)];
}

interface Linked {
  links: { creatorId: string; contactId: string }[];
  contacts: readonly string[];
}

/** Contacts that others were linked to since stay, with the links this import made. Answers those that are gone. */
async function removeContacts(tx: Tx, { links, contacts }: Linked): Promise<Set<string>> {
  if (links.length === 0 && contacts.length === 0) return new Set();
  const gone = await tx.rows<{ id: string }>(sql`
    with undone as (
      select * from json_to_recordset(${toJson(links)}::json) as l("creatorId" uuid, "contactId" uuid)
    ), alone as (
      select k.id from contact k where k.id = any (${contacts}::uuid[])
        and not exists (
          select from creator_contact cc where cc.contact_id = k.id
            and not exists (select from undone u where u."creatorId" = cc.creator_id and u."contactId" = k.id))
        and not exists (select from creator c where c.guardian_id = k.id)
    ), unlinked as (
      delete from creator_contact cc using undone u
      where cc.creator_id = u."creatorId" and cc.contact_id = u."contactId" and cc.contact_id <> all (${contacts}::uuid[])
    )
    select id from alone`);
  const ids = gone.map((row) => row.id);
  await tx.execute(sql`delete from contact where id = any (${ids}::uuid[])`);
  return new Set(ids);
}

async function giveBack(tx: Tx, shared: NonNullable<RowChanges['shared']>): Promise<string[]> {
  if (shared.length === 0) return [];
  await tx.execute(sql`
    update email_address e set archived_at = null
    from json_to_recordset(${toJson(shared)}::json) as s("creatorId" uuid, normalized text), creator c
    where c.root_id = s."creatorId" and e.creator_id = c.id and e.normalized = s.normalized`);
  return shared.map((one) => one.creatorId);
}

async function removeVocabulary(tx: Tx, rows: readonly UndoneRow[]): Promise<void> {
  const tags = rows.flatMap((row) => row.changes.newTags ?? []).map((name) => name.toLowerCase());
  if (tags.length > 0)
    await tx.execute(sql`
      delete from tag t where lower(t.name) = any (${tags}::text[])
        and not exists (select from creator_tag ct where ct.tag_id = t.id)`);
  const fields = rows.flatMap((row) => row.changes.newFields ?? []);
  if (fields.length > 0)
    await tx.execute(sql`
      delete from custom_field f where f.id = any (${fields}::uuid[])
        and not exists (select from creator c where c.custom ? f.id::text)`);
  for (const { fieldId, option } of rows.flatMap((row) => row.changes.options ?? []))
    await tx.execute(sql`
      update custom_field f set options = array_remove(options, ${option}), version = version + 1
      where f.id = ${fieldId}::uuid
        and not exists (select from creator c where c.custom -> ${fieldId} @> to_jsonb(${option}::text))`);
}

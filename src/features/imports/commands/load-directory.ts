import { contactKey, contactNamesOf } from '@/features/imports/model/add-contacts';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import { holdFirst, type Directory } from '@/features/imports/model/directory';
import type { ParsedRow } from '@/features/imports/model/parsed-row';
import { loadKnownCreators } from '@/features/imports/commands/load-known-creators';
import { loadMetricPoints } from '@/features/imports/commands/load-metric-points';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { foldName } from '@/shared/identity/fold-name';

/**
 * Reads into the draft everyone and everything the rows of a batch could mean. Only true as long as the identity of
 * the workspace's creators is held.
 */
export async function loadDirectory(tx: Tx, draft: BatchDraft, rows: readonly ParsedRow[]): Promise<void> {
  const taken = rows.filter((row) => !row.rejection);
  const { directory } = draft;
  await loadContacts(tx, directory, taken);
  const linked = await findFirstLinked(tx, [...directory.contactByEmail.values()]);
  const ids = new Set([...draft.earlier.values(), ...(await findCreators(tx, taken)), ...linked.map(({ id }) => id)]);
  await loadKnownCreators(tx, directory, { ids: [...ids], rows: taken });
  for (const { normalized, id } of linked) {
    const creator = directory.creators.get(id);
    if (creator) holdFirst(directory, normalized, creator);
  }
  await loadMetricPoints(tx, draft, taken);
  await loadVocabulary(tx, draft, taken);
}

/** Of each address of these contacts: the first creator (after merges) for whom its contact answers. */
async function findFirstLinked(tx: Tx, contactIds: readonly string[]): Promise<{ normalized: string; id: string }[]> {
  if (contactIds.length === 0) return [];
  return tx.rows<{ normalized: string; id: string }>(sql`
    select distinct on (e.normalized) e.normalized, c.root_id as id
    from email_address e join creator_contact l on l.contact_id = e.contact_id and l.routing = 'instead'
    join creator c on c.id = l.creator_id
    where e.contact_id = any (${contactIds}::uuid[]) and e.archived_at is null
    order by e.normalized, l.created_at, l.creator_id`);
}

/** Creators (after merges) with a handle, an account id, an address or the name of one of the rows. */
async function findCreators(tx: Tx, rows: readonly ParsedRow[]): Promise<string[]> {
  const handles = rows.flatMap((row) => row.handles);
  const emails = rows.flatMap((row) => row.emails.map((email) => email.normalized));
  const names = rows.filter((row) => row.hasName).map((row) => foldName(row.displayName));
  const found = await tx.rows<{ id: string }>(sql`
    with asked as materialized (
      select distinct * from unnest(${handles.map((handle) => handle.platform)}::text[],
        ${handles.map((handle) => handle.normalized)}::text[],
        ${handles.map((handle) => handle.platformAccountId ?? null)}::text[]) as t(platform, name, account_id)
    ), found as (
      select h.creator_id from asked a cross join lateral (
        select h.creator_id from handle h
        where h.platform = a.platform and h.normalized_name = a.name and h.archived_at is null offset 0) h
      union all
      select h.creator_id from asked a cross join lateral (
        select h.creator_id from handle h
        where h.platform = a.platform and h.platform_account_id = a.account_id and h.archived_at is null offset 0) h
      union all
      select h.creator_id from asked a
      cross join lateral (select n.handle_id from handle_name n where n.normalized_name = a.name offset 0) n
      cross join lateral (
        select h.creator_id from handle h
        where h.id = n.handle_id and h.platform = a.platform and h.archived_at is null offset 0) h
      union all
      select e.creator_id from unnest(${[...new Set(emails)]}::text[]) as a(normalized) cross join lateral (
        select e.creator_id from email_address e
        where e.normalized = a.normalized and e.creator_id is not null offset 0) e
      union all
      select c.id from unnest(${[...new Set(names)]}::text[]) as a(name) cross join lateral (
        select c.id from creator c where c.folded_name = a.name offset 0) c
    )
    select distinct c.root_id as id from (select distinct creator_id from found) f cross join lateral (
      select c.root_id from creator c where c.id = f.creator_id offset 0) c`);
  return found.map((row) => row.id);
}

async function loadContacts(tx: Tx, directory: Directory, rows: readonly ParsedRow[]): Promise<void> {
  const emails = rows.flatMap((row) => [...row.emails, ...(row.managerEmail ? [row.managerEmail] : [])]);
  const known = await tx.rows<{ normalized: string; contactId: string }>(sql`
    select distinct on (e.normalized) e.normalized, e.contact_id as "contactId"
    from email_address e join contact k on k.id = e.contact_id
    where e.normalized = any (${[...new Set(emails.map((email) => email.normalized))]}::text[])
      and e.archived_at is null and k.archived_at is null
    order by e.normalized, e.created_at, e.id`);
  for (const { normalized, contactId } of known) addMissing(directory.contactByEmail, normalized, contactId);
  const names = [...new Set(rows.flatMap(contactNamesOf).map((name) => name.toLowerCase()))];
  if (names.length > 0) await loadContactNames(tx, directory, names);
}

async function loadContactNames(tx: Tx, directory: Directory, names: readonly string[]): Promise<void> {
  const agencies = await tx.rows<{ id: string; name: string }>(sql`
    select id, name from agency where lower(name) = any (${names}::text[]) and archived_at is null
    order by created_at, id`);
  for (const { id, name } of agencies) addMissing(directory.agencyByName, name.toLowerCase(), id);
  const contacts = await tx.rows<{ id: string; name: string; agencyName: string | null }>(sql`
    select k.id, k.name, a.name as "agencyName" from contact k left join agency a on a.id = k.agency_id
    where lower(k.name) = any (${names}::text[]) and k.archived_at is null
      and not exists (select from email_address e where e.contact_id = k.id and e.archived_at is null)
    order by k.created_at, k.id`);
  for (const { id, name, agencyName } of contacts)
    addMissing(directory.contactByName, contactKey(agencyName ?? undefined, name), id);
}

function addMissing(index: Map<string, string>, key: string, value: string): void {
  if (!index.has(key)) index.set(key, value);
}

/** Custom fields and those of the rows' tags that there are. */
async function loadVocabulary(tx: Tx, draft: BatchDraft, rows: readonly ParsedRow[]): Promise<void> {
  const fields = await tx.rows<{ id: string; label: string; type: string; options: string[] }>(
    sql`select id, label, type, options from custom_field`,
  );
  for (const field of fields) {
    const key = field.label.toLowerCase();
    if (!draft.customFields.has(key)) draft.customFields.set(key, field);
  }
  const names = [...new Set(rows.flatMap((row) => row.tags.map((tag) => tag.toLowerCase())))];
  if (names.length === 0) return;
  const tags = await tx.rows<{ name: string }>(sql`
    select lower(name) as name from tag where lower(name) = any (${names}::text[])`);
  for (const { name } of tags) draft.knownTags.add(name);
}

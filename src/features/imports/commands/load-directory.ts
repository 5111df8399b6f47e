import { contactKey, contactNamesOf } from '@/features/imports/model/add-contacts';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import type { Directory } from '@/features/imports/model/directory';
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
  await loadContacts(tx, draft.directory, taken);
  await loadKnownCreators(tx, draft.directory, { ids: await findCreators(tx, taken), rows: taken });
  await loadMetricPoints(tx, draft, taken);
  await loadVocabulary(tx, draft, taken);
}

/** Creators (after merges) with a handle, an account id, an address or the name of one of the rows. */
async function findCreators(tx: Tx, rows: readonly ParsedRow[]): Promise<string[]> {
  const handles = rows.flatMap((row) => row.handles);
  const emails = rows.flatMap((row) => row.emails.map((email) => email.normalized));
  const names = rows.filter((row) => row.hasName).map((row) => foldName(row.displayName));
  const found = await tx.rows<{ id: string }>(sql`
    with asked as (
      select distinct * from unnest(${handles.map((handle) => handle.platform)}::text[],
        ${handles.map((handle) => handle.normalized)}::text[],
        ${handles.map((handle) => handle.platformAccountId ?? null)}::text[]) as t(platform, name, account_id)
    ), found as (
      select h.creator_id from asked a
      join handle h on h.platform = a.platform and h.normalized_name = a.name where h.archived_at is null
      union
      select h.creator_id from asked a
      join handle h on h.platform = a.platform and h.platform_account_id = a.account_id where h.archived_at is null
      union
      select h.creator_id from asked a join handle_name n on n.normalized_name = a.name
      join handle h on h.id = n.handle_id and h.platform = a.platform where h.archived_at is null
      union
      select e.creator_id from email_address e
      where e.normalized = any (${[...new Set(emails)]}::text[]) and e.creator_id is not null
      union
      select c.id from creator c where c.folded_name = any (${[...new Set(names)]}::text[])
    )
    select distinct c.root_id as id from found f join creator c on c.id = f.creator_id`);
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

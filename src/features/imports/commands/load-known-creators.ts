import { enterCreator, holdFirst, type Directory } from '@/features/imports/model/directory';
import {
  handleKey,
  quoteKey,
  type CreatorFields,
  type KnownCreator,
  type KnownHandle,
} from '@/features/imports/model/known-creator';
import type { ParsedRow } from '@/features/imports/model/parsed-row';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';

interface Asked {
  /** Creators that stand for their merged groups. */
  ids: readonly string[];
  rows: readonly ParsedRow[];
}

/** Enters these creators, with what was merged into them, unless they are in the directory already. */
export async function loadKnownCreators(tx: Tx, directory: Directory, asked: Asked): Promise<void> {
  const ids = asked.ids.filter((id) => !directory.creators.has(id));
  if (ids.length === 0) return;
  const creators = await loadCreators(tx, ids);
  const grouped = sql`from creator c join`;
  const ofGroup = sql`c.root_id = any (${ids}::uuid[])`;
  const of = (id: string) => creators.get(id);
  for (const handle of await loadHandles(tx, ids)) {
    const { rootId, archived, ...known } = handle;
    if (archived) of(rootId)?.removedHandles.add(handleKey(known.platform, known.normalized));
    else of(rootId)?.handles.push({ ...known, creatorId: rootId, points: new Map() });
  }
  await loadAddresses(tx, { directory, creators, ofGroup });
  const pairs = async (from: Sql, take: (creator: KnownCreator, value: string) => void) => {
    const found = await tx.rows<{ rootId: string; value: string }>(from);
    for (const { rootId, value } of found) {
      const creator = of(rootId);
      if (creator) take(creator, value);
    }
  };
  await pairs(
    sql`select c.root_id as "rootId", p.number as value ${grouped} phone_number p on p.creator_id = c.id where ${ofGroup}`,
    (creator, number) => creator.phones.add(number),
  );
  await pairs(
    sql`select c.root_id as "rootId", lower(t.name) as value ${grouped} creator_tag ct on ct.creator_id = c.id
      join tag t on t.id = ct.tag_id where ${ofGroup}`,
    (creator, name) => creator.tags.add(name),
  );
  await pairs(
    sql`select c.root_id as "rootId", l.contact_id as value ${grouped} creator_contact l on l.creator_id = c.id
      where ${ofGroup}`,
    (creator, contactId) => creator.contactIds.add(contactId),
  );
  await loadNotesAndQuotes(tx, { rows: asked.rows, creators, ofGroup });
  for (const creator of creators.values()) enterCreator(directory, creator);
}

/** Their own columns, without what belongs to them. */
export async function loadCreators(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownCreator>> {
  const rows = await tx.rows<CreatorFields & { id: string; version: number; custom: Record<string, unknown> }>(sql`
    select id, version, custom, display_name as "displayName", given_name as "givenName", family_name as "familyName",
      greeting, company_name as "companyName", pronouns, time_zone as "timeZone", birthday, country, city, stage,
      owner_id as "ownerId", do_not_contact as "doNotContact", do_not_contact_reason as "doNotContactReason",
      vat_id as "vatId", vendor_number as "vendorNumber", shipping_address as "shippingAddress", languages
    from creator where id = any (${ids}::uuid[]) order by created_at, id`);
  return new Map(
    rows.map(({ id, version, custom, ...fields }) => [
      id,
      {
        id,
        version,
        fields,
        custom: { ...custom },
        handles: [],
        removedHandles: new Set(),
        emails: new Map(),
        phones: new Set(),
        tags: new Set(),
        notes: new Set(),
        quotes: new Set(),
        contactIds: new Set(),
      },
    ]),
  );
}

type LoadedHandle = Omit<KnownHandle, 'creatorId' | 'points'> & { rootId: string; archived: boolean };

function loadHandles(tx: Tx, ids: readonly string[]): Promise<LoadedHandle[]> {
  return tx.rows<LoadedHandle>(sql`
    select h.id, c.root_id as "rootId", h.platform, h.name, h.normalized_name as normalized, h.url,
      h.platform_account_id as "platformAccountId", h.is_primary as "isPrimary", h.archived_at is not null as archived,
      array(select n.normalized_name from handle_name n where n.handle_id = h.id) as "oldNames"
    from creator c join handle h on h.creator_id = c.id where c.root_id = any (${ids}::uuid[])
    order by h.created_at, h.id`);
}

interface Group {
  creators: ReadonlyMap<string, KnownCreator>;
  ofGroup: Sql;
}

async function loadAddresses(
  tx: Tx,
  { directory, creators, ofGroup }: Group & { directory: Directory },
): Promise<void> {
  const addresses = await tx.rows<{ rootId: string; normalized: string; own: boolean }>(sql`
    select c.root_id as "rootId", e.normalized, e.archived_at is null as own
    from creator c join email_address e on e.creator_id = c.id where ${ofGroup} order by e.created_at, e.id`);
  for (const { rootId, normalized, own } of addresses) {
    const creator = creators.get(rootId);
    if (!creator) continue;
    if (own || !creator.emails.has(normalized)) creator.emails.set(normalized, own ? 'own' : 'removed');
    if (!own && directory.contactByEmail.has(normalized)) holdFirst(directory, normalized, creator);
  }
}

/** Of notes only those that the rows bring again: they may be long. */
async function loadNotesAndQuotes(
  tx: Tx,
  { rows, creators, ofGroup }: Group & { rows: readonly ParsedRow[] },
): Promise<void> {
  const texts = [...new Set(rows.flatMap((row) => row.notes))];
  if (texts.length > 0) {
    const notes = await tx.rows<{ rootId: string; text: string }>(sql`
      select c.root_id as "rootId", n.text from creator c join note n on n.creator_id = c.id
      where ${ofGroup} and n.text = any (${texts}::text[])`);
    for (const { rootId, text } of notes) creators.get(rootId)?.notes.add(text);
  }
  if (!rows.some((row) => row.rates.length > 0)) return;
  const quotes = await tx.rows<{ rootId: string; format: string; amountMinor: number; currency: string }>(sql`
    select c.root_id as "rootId", q.format, q.amount_minor as "amountMinor", q.currency
    from creator c join quote q on q.creator_id = c.id where ${ofGroup}`);
  for (const { rootId, ...quote } of quotes) creators.get(rootId)?.quotes.add(quoteKey(quote));
}

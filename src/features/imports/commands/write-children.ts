import type { WrittenFor } from '@/features/imports/model/written-for';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import { toJson } from '@/features/imports/model/to-json';
import { toNoteHtml } from '@/features/imports/model/to-note-html';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Addresses, telephone numbers, tags, notes and fees. */
export async function writeChildren(tx: Tx, draft: BatchDraft, written: WrittenFor): Promise<void> {
  await insertEmails(tx, draft, written);
  await archiveEmails(tx, draft);
  await insertPhones(tx, draft, written);
  await insertTags(tx, draft);
  await insertNotes(tx, draft);
  await insertQuotes(tx, draft, written);
}

async function insertEmails(tx: Tx, { emails }: BatchDraft, { source }: WrittenFor): Promise<void> {
  if (emails.length === 0) return;
  await tx.execute(sql`
    insert into email_address (workspace_id, id, creator_id, contact_id, address, normalized, is_primary, source,
      created_at)
    select ${tx.ctx.workspaceId}::uuid, e.id, e."creatorId", e."contactId", e.address, e.normalized, e."isPrimary",
      ${source}, ${tx.ctx.now}
    from json_to_recordset(${toJson(emails)}::json) as e(id uuid, "creatorId" uuid, "contactId" uuid, address text,
      normalized text, "isPrimary" boolean)`);
}

/** Of creators whose address became a shared contact's, also where another of their merged group has it. */
async function archiveEmails(tx: Tx, { archivedEmails }: BatchDraft): Promise<void> {
  if (archivedEmails.length === 0) return;
  await tx.execute(sql`
    update email_address e set archived_at = ${tx.ctx.now}
    from unnest(${archivedEmails.map((one) => one.creatorId)}::uuid[],
      ${archivedEmails.map((one) => one.normalized)}::text[]) as t(root_id, normalized), creator c
    where c.root_id = t.root_id and e.creator_id = c.id and e.normalized = t.normalized and e.archived_at is null`);
}

async function insertPhones(tx: Tx, { phones }: BatchDraft, { source }: WrittenFor): Promise<void> {
  if (phones.length === 0) return;
  await tx.execute(sql`
    insert into phone_number (workspace_id, id, creator_id, number, is_primary, source, created_at)
    select ${tx.ctx.workspaceId}::uuid, p.id, p."creatorId", p.number, p."isPrimary", ${source}, ${tx.ctx.now}
    from json_to_recordset(${toJson(phones)}::json) as p(id uuid, "creatorId" uuid, number text, "isPrimary" boolean)`);
}

async function insertTags(tx: Tx, { tags }: BatchDraft): Promise<void> {
  if (tags.length === 0) return;
  await tx.execute(sql`
    insert into creator_tag (workspace_id, creator_id, tag_id)
    select ${tx.ctx.workspaceId}::uuid, n."creatorId", t.id
    from json_to_recordset(${toJson(tags)}::json) as n("creatorId" uuid, name text)
    join tag t on lower(t.name) = lower(n.name) on conflict do nothing`);
}

async function insertNotes(tx: Tx, { notes }: BatchDraft): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map((note) => ({ ...note, html: toNoteHtml(note.text) }));
  await tx.execute(sql`
    insert into note (workspace_id, id, creator_id, html, text, created_at, updated_at)
    select ${tx.ctx.workspaceId}::uuid, n.id, n."creatorId", n.html, n.text, ${tx.ctx.now}, ${tx.ctx.now}
    from json_to_recordset(${toJson(rows)}::json) as n(id uuid, "creatorId" uuid, html text, text text)`);
}

async function insertQuotes(tx: Tx, { quotes }: BatchDraft, { source }: WrittenFor): Promise<void> {
  if (quotes.length === 0) return;
  const rows = quotes.map(({ asOf, ...quote }) => ({ ...quote, quotedOn: new Date(asOf).toISOString().slice(0, 10) }));
  await tx.execute(sql`
    insert into quote (workspace_id, id, creator_id, kind, format, amount_minor, currency, quoted_on, note, created_at)
    select ${tx.ctx.workspaceId}::uuid, q.id, q."creatorId", 'asked', q.format, q."amountMinor", q.currency,
      q."quotedOn", ${source}, ${tx.ctx.now}
    from json_to_recordset(${toJson(rows)}::json) as q(id uuid, "creatorId" uuid, format text, "amountMinor" bigint,
      currency text, "quotedOn" date)`);
}

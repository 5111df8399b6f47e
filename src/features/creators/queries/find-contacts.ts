import { readPage, type PageInput } from '@/features/creators/queries/read-page';
import { toEmail, toPhone, type EmailRow, type PhoneRow } from '@/features/creators/queries/to-child';
import type { ContactDto } from '@/features/creators/schemas/contact';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

interface ContactRow {
  id: string;
  version: number;
  name: string;
  role: ContactDto['role'];
  note: string | null;
  agency_id: string | null;
  agency_name: string | null;
  created_at: Date;
  emails: EmailRow[];
  phones: PhoneRow[];
  creators: {
    id: string;
    display_name: string;
    role: string;
    topics: string[];
    routing: 'instead' | 'copied' | 'none';
  }[];
}

/** Contacts, newest first; `q` finds a part of their name, address or agency. */
export async function findContacts(
  tx: Tx,
  { q, ...page }: PageInput & { q?: string | undefined },
): Promise<{ data: ContactDto[]; nextCursor: string | null }> {
  return readPage<ContactRow, ContactDto>(page, {
    read: (after, limit) =>
      tx.rows<ContactRow>(selectContacts(sql`${after} and ${q === undefined ? sql`true` : matching(q)}`, limit)),
    key: sql`k.id`,
    show: (row) => toContact(tx.ctx, row),
  });
}

/** One contact with the creators it speaks for. @throws AppError not_found */
export async function getContact(tx: Tx, id: string): Promise<ContactDto> {
  const [row] = await tx.rows<ContactRow>(selectContacts(sql`k.id = ${id}::uuid`, 1));
  if (!row) throw new AppError('not_found');
  return toContact(tx.ctx, row);
}

function matching(q: string): Sql {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(k.name ilike ${pattern} or a.name ilike ${pattern} or exists (
    select from email_address e where e.contact_id = k.id and e.archived_at is null and e.address ilike ${pattern}))`;
}

function selectContacts(condition: Sql, limit: number): Sql {
  return sql`
    select k.*, a.name as agency_name,
      coalesce((select json_agg(e order by e.is_primary desc, e.created_at, e.id) from email_address e
        where e.contact_id = k.id and e.archived_at is null), '[]') as emails,
      coalesce((select json_agg(p order by p.is_primary desc, p.created_at, p.id) from phone_number p
        where p.contact_id = k.id and p.archived_at is null), '[]') as phones,
      coalesce((select json_agg(x) from (
        select distinct on (r.id) r.id, r.display_name, l.role, l.topics, l.routing
        from creator_contact l join creator c on c.id = l.creator_id join creator r on r.id = c.root_id
        where l.contact_id = k.id order by r.id, l.creator_id = r.id desc limit 200) x), '[]') as creators
    from contact k left join agency a on a.id = k.agency_id
    where k.archived_at is null and ${condition} order by k.id desc limit ${limit}`;
}

function toContact({ fields }: Context, row: ContactRow): ContactDto {
  return {
    id: encodeId('contact', row.id),
    version: row.version,
    name: row.name,
    role: row.role,
    note: row.note,
    agency: row.agency_id === null ? null : { id: encodeId('agency', row.agency_id), name: row.agency_name ?? '' },
    emails: fields.personal ? row.emails.map(toEmail) : null,
    phones: fields.personal ? row.phones.map(toPhone) : null,
    creators: row.creators.map(({ id, display_name, ...link }) => ({
      id: encodeId('creator', id),
      displayName: display_name,
      ...link,
    })),
    createdAt: row.created_at.toISOString(),
  };
}

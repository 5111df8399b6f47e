import { readPage, type PageInput } from '@/features/creators/queries/read-page';
import type { AgencyDto } from '@/features/creators/schemas/contact';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

interface AgencyRow {
  id: string;
  version: number;
  name: string;
  website: string | null;
  note: string | null;
  created_at: Date;
  contacts: { id: string; name: string }[];
}

/** Agencies with their contacts, newest first. */
export async function findAgencies(tx: Tx, page: PageInput): Promise<{ data: AgencyDto[]; nextCursor: string | null }> {
  return readPage<AgencyRow, AgencyDto>(page, {
    read: (after, limit) => tx.rows<AgencyRow>(selectAgencies(after, limit)),
    key: sql`a.id`,
    show: toAgency,
  });
}

/** One agency. @throws AppError not_found */
export async function getAgency(tx: Tx, id: string): Promise<AgencyDto> {
  const [row] = await tx.rows<AgencyRow>(selectAgencies(sql`a.id = ${id}::uuid`, 1));
  if (!row) throw new AppError('not_found');
  return toAgency(row);
}

function selectAgencies(condition: Sql, limit: number): Sql {
  return sql`
    select a.*, coalesce((select json_agg(k order by k.name, k.id) from (
      select k.id, k.name from contact k where k.agency_id = a.id and k.archived_at is null limit 200) k), '[]') as contacts
    from agency a where a.archived_at is null and ${condition} order by a.id desc limit ${limit}`;
}

function toAgency({ id, version, name, website, note, created_at, contacts }: AgencyRow): AgencyDto {
  return {
    id: encodeId('agency', id),
    version,
    name,
    website,
    note,
    contacts: contacts.map((contact) => ({ id: encodeId('contact', contact.id), name: contact.name })),
    createdAt: created_at.toISOString(),
  };
}

import type { SearchSource } from '@/features/search/schemas/search';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** Contacts by name and address. */
export const contactSearch: SearchSource = {
  kind: 'contact',
  permission: 'contact.read',
  async find(tx, { q, limit }) {
    const rows = await tx.rows<{ id: string; name: string; agency: string | null; address: string | null }>(sql`
      select k.id, k.name, a.name as agency,
        (select e.address from email_address e where e.contact_id = k.id and e.archived_at is null
          order by e.is_primary desc, e.created_at, e.id limit 1) as address
      from search_contacts(${q}, ${limit}::int) with ordinality s(id, place)
      join contact k on k.id = s.id left join agency a on a.id = k.agency_id order by s.place`);
    return rows.map(({ id, name, agency, address }) => ({
      id: encodeId('contact', id),
      title: name,
      detail: agency ?? (tx.ctx.fields.personal ? address : null),
      creator: null,
    }));
  },
};

/** Agencies by name. */
export const agencySearch: SearchSource = {
  kind: 'agency',
  permission: 'contact.read',
  async find(tx, { q, limit }) {
    const rows = await tx.rows<{ id: string; name: string; website: string | null }>(sql`
      select a.id, a.name, a.website from search_agencies(${q}, ${limit}::int) with ordinality s(id, place)
      join agency a on a.id = s.id order by s.place`);
    return rows.map(({ id, name, website }) => ({
      id: encodeId('agency', id),
      title: name,
      detail: website,
      creator: null,
    }));
  },
};

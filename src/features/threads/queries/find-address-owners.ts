import type { AddressOwners, NamedCreator } from '@/features/threads/model/match-people';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Whose each of these normalised addresses is. `mia+shop@…` is also `mia@…`. An address nobody has is missing from
 * the answer.
 */
export async function findAddressOwners(tx: Tx, addresses: readonly string[]): Promise<Map<string, AddressOwners>> {
  const bare = new Map(addresses.map((address) => [address, address.replace(/\+[^@]*(?=@)/, '')]));
  const wanted = [...new Set([...bare.keys(), ...bare.values()])];
  const rows = await tx.rows<{ address: string; creatorIds: string[]; contactOf: string[] }>(sql`
    select e.normalized as address,
      array_remove(array_agg(distinct c.root_id), null) as "creatorIds",
      array_remove(array_agg(distinct s.root_id), null) as "contactOf"
    from email_address e
    left join creator c on c.workspace_id = e.workspace_id and c.id = e.creator_id
    left join creator_contact cc on cc.workspace_id = e.workspace_id and cc.contact_id = e.contact_id
    left join creator s on s.workspace_id = cc.workspace_id and s.id = cc.creator_id
    where e.normalized = any (${wanted}::text[]) and e.archived_at is null
    group by e.normalized`);
  const owners = new Map(rows.map(({ address, ...found }) => [address, found]));
  return new Map(
    [...bare].flatMap(([address, plain]) => {
      const found = owners.get(address) ?? owners.get(plain);
      return found ? [[address, found]] : [];
    }),
  );
}

/** By what the creators with these ids can be named in a text. */
export async function findCreatorWords(tx: Tx, ids: readonly string[]): Promise<NamedCreator[]> {
  if (ids.length === 0) return [];
  return tx.rows<NamedCreator>(sql`
    select c.id, c.display_name as "displayName",
      array(select h.normalized_name from handle h join creator g on g.workspace_id = h.workspace_id and g.id = h.creator_id
        where g.root_id = c.id) as handles
    from creator c where c.id = any (${[...ids]}::uuid[])`);
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export type AddressKind = 'email' | 'phone';

export interface LockedAddress {
  id: string;
  creatorId: string | null;
  contactId: string | null;
  /** Of the creator whose group it is in; null for a contact's. */
  rootId: string | null;
  /** The address or number. */
  value: string;
  label: string | null;
  source: string;
  legalBasis: string | null;
  isPrimary: boolean;
}

export const addressTables: Record<AddressKind, Sql> = { email: sql`email_address`, phone: sql`phone_number` };
const columns: Record<AddressKind, Sql> = {
  email: sql`a.address as value, a.legal_basis as "legalBasis"`,
  phone: sql`a.number as value, null as "legalBasis"`,
};

/** An address or number that is not removed, held until the transaction ends. @throws AppError not_found */
export async function lockAddress(tx: Tx, kind: AddressKind, id: string): Promise<LockedAddress> {
  const found = await findAddress(tx, kind, id);
  if (!found || found.archivedAt) throw new AppError('not_found');
  return found;
}

/** The same, removed ones too. */
export async function findAddress(
  tx: Tx,
  kind: AddressKind,
  id: string,
): Promise<(LockedAddress & { archivedAt: Date | null }) | undefined> {
  const [address] = await tx.rows<LockedAddress & { archivedAt: Date | null }>(sql`
    select a.id, a.creator_id as "creatorId", a.contact_id as "contactId",
      (select c.root_id from creator c where c.id = a.creator_id) as "rootId", ${columns[kind]}, a.label, a.source,
      a.is_primary as "isPrimary", a.archived_at as "archivedAt"
    from ${addressTables[kind]} a where a.id = ${id}::uuid for no key update of a`);
  return address;
}

/** The creators whose shown address may depend on it. */
export async function creatorsOf(tx: Tx, address: Pick<LockedAddress, 'rootId' | 'contactId'>): Promise<string[]> {
  if (address.rootId) return [address.rootId];
  const links = await tx.rows<{ id: string }>(sql`
    select creator_id as id from creator_contact where contact_id = ${address.contactId}::uuid`);
  return links.map((link) => link.id);
}

import type { PostalAddress } from '@/features/creators/schemas/address';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** What commands decide by: the creator's own columns, days as `YYYY-MM-DD`. */
export interface CreatorRow {
  id: string;
  rootId: string;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  greeting: string | null;
  formality: string | null;
  legalName: string | null;
  companyName: string | null;
  pronouns: string | null;
  timeZone: string | null;
  languages: string[];
  country: string | null;
  city: string | null;
  birthday: string | null;
  stage: string;
  ownerId: string | null;
  doNotContact: boolean;
  doNotContactReason: string | null;
  isMinor: boolean;
  guardianId: string | null;
  shippingAddress: PostalAddress | null;
  sizes: Record<string, string> | null;
  billingEntity: string | null;
  billingAddress: PostalAddress | null;
  vatId: string | null;
  vendorNumber: string | null;
  sourceNote: string | null;
  legalBasis: string;
  custom: Record<string, unknown>;
  lastActivityAt: Date | null;
  lastContactedAt: Date | null;
  archivedAt: Date | null;
  version: number;
}

const columns = sql`c.id, c.root_id as "rootId", c.display_name as "displayName", c.given_name as "givenName",
  c.family_name as "familyName", c.greeting, c.formality, c.legal_name as "legalName", c.company_name as "companyName",
  c.pronouns, c.time_zone as "timeZone", c.languages, c.country, c.city, c.birthday, c.stage, c.owner_id as "ownerId",
  c.do_not_contact as "doNotContact", c.do_not_contact_reason as "doNotContactReason", c.is_minor as "isMinor",
  c.guardian_id as "guardianId", c.shipping_address as "shippingAddress", c.sizes, c.billing_entity as "billingEntity",
  c.billing_address as "billingAddress", c.vat_id as "vatId", c.vendor_number as "vendorNumber",
  c.source_note as "sourceNote", c.legal_basis as "legalBasis", c.custom, c.last_activity_at as "lastActivityAt",
  c.last_contacted_at as "lastContactedAt", c.archived_at as "archivedAt", c.version`;

/**
 * The creator that stands for this id (itself, or the one it was merged into), held until the transaction ends.
 * @throws AppError not_found; conflict when `version` is given and another change came first
 */
export async function lockCreator(tx: Tx, id: string, version?: number): Promise<CreatorRow> {
  const [row] = await lockCreators(tx, [id]);
  if (!row) throw new AppError('not_found');
  if (version !== undefined && row.version !== version) throw staleVersion(row.version);
  return row;
}

/** The same for many at once, in the order of their ids, so that two such locks never wait for each other. */
export async function lockCreators(tx: Tx, ids: readonly string[]): Promise<CreatorRow[]> {
  const rows = await tx.rows<CreatorRow>(sql`
    select ${columns} from creator c
    where c.id in (select root_id from creator where id = any (${ids}::uuid[])) order by c.id for no key update`);
  if (rows.some((row) => row.rootId !== row.id)) throw new AppError('conflict', { reason: 'merged_meanwhile' });
  return rows;
}

export function staleVersion(version: number): AppError {
  return new AppError('conflict', {
    reason: 'stale_version',
    message: 'Someone changed this in the meantime. Look at the present state and try again.',
    extra: { version },
  });
}

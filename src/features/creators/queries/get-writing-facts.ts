import { canWriteTo, type WriteObstacle } from '@/features/creators/model/can-write-to';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** Somebody who may be written to about a creator, by their first address. */
export interface Correspondent {
  contactId: string;
  name: string;
  address: string | null;
  routing: 'instead' | 'copied' | 'none';
  /** Empty: every topic. */
  topics: string[];
}

/** What one has to know before writing to a creator. */
export interface WritingFacts {
  /** The creator that stands for the one asked for. */
  creatorId: string;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  greeting: string | null;
  companyName: string | null;
  primaryHandle: string | null;
  isMinor: boolean;
  /** Every reason against writing on any channel, the gravest first; empty when nothing stands against it. */
  obstacles: WriteObstacle[];
  /** The creator's own first address. */
  address: string | null;
  /** Who writes and signs for a minor. */
  guardian: { name: string; address: string | null } | null;
  contacts: Correspondent[];
}

interface FactsRow extends Omit<WritingFacts, 'obstacles' | 'guardian' | 'contacts'> {
  doNotContact: boolean;
  archived: boolean;
  guardianName: string | null;
  guardianAddress: string | null;
}

/** Obstacles, names and addresses of a creator, over its merged group. @throws AppError not_found */
export async function getWritingFacts(tx: Tx, creatorId: string): Promise<WritingFacts> {
  const [row] = await tx.rows<FactsRow>(sql`
    select c.id as "creatorId", c.display_name as "displayName", c.given_name as "givenName",
      c.family_name as "familyName", c.greeting, c.company_name as "companyName", c.primary_handle as "primaryHandle",
      c.is_minor as "isMinor", c.archived_at is not null as archived,
      (select bool_or(g.do_not_contact) from creator g where g.root_id = c.id) as "doNotContact",
      (select e.address from email_address e join creator g on g.workspace_id = e.workspace_id and g.id = e.creator_id
        where g.root_id = c.id and e.archived_at is null
        order by g.id = c.id desc, e.is_primary desc, e.created_at, e.id limit 1) as address,
      guardian.name as "guardianName",
      (select e.address from email_address e where e.contact_id = guardian.id and e.archived_at is null
        order by e.is_primary desc, e.created_at, e.id limit 1) as "guardianAddress"
    from creator c
    left join contact guardian on guardian.workspace_id = c.workspace_id and guardian.id = c.guardian_id
      and guardian.archived_at is null
    where c.id = (select root_id from creator where id = ${creatorId}::uuid)`);
  if (!row) throw new AppError('not_found');
  const contacts = await findCorrespondents(tx, row.creatorId);
  const { doNotContact, archived, guardianName, guardianAddress, ...facts } = row;
  const insteadAddress = contacts.some(({ routing, address }) => routing === 'instead' && address !== null);
  const { obstacles } = canWriteTo({
    doNotContact,
    archived,
    isMinor: facts.isMinor,
    hasGuardian: guardianName !== null,
    hasAddress: facts.address !== null || insteadAddress || guardianAddress !== null,
  });
  const guardian = guardianName === null ? null : { name: guardianName, address: guardianAddress };
  return { ...facts, obstacles, guardian, contacts };
}

function findCorrespondents(tx: Tx, rootId: string): Promise<Correspondent[]> {
  return tx.rows<Correspondent>(sql`
    select distinct on (k.id) k.id as "contactId", k.name, cc.routing, cc.topics,
      (select e.address from email_address e where e.contact_id = k.id and e.archived_at is null
        order by e.is_primary desc, e.created_at, e.id limit 1) as address
    from creator_contact cc
    join creator g on g.workspace_id = cc.workspace_id and g.id = cc.creator_id
    join contact k on k.workspace_id = cc.workspace_id and k.id = cc.contact_id
    where g.root_id = ${rootId}::uuid and k.archived_at is null
    order by k.id, cc.creator_id = ${rootId}::uuid desc, cc.created_at`);
}

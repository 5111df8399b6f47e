import { contactCreated, contactLinked } from '@/features/creators/events';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent, recordEvents } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

export interface SharedAddress {
  address: string;
  /** As `normalizeEmail` gives it. */
  normalized: string;
  /** Who gave this address beside those who have it already. */
  creatorIds: readonly string[];
  source: string;
  legalBasis?: string;
}

/**
 * Makes an address that several creators gave the address of one contact who answers instead of them (a manager, an
 * agency's desk): their own copies are archived, every one of them is linked. Uses the contact that has the address
 * already. Repeating it changes nothing. Answers the contact's id.
 */
export async function shareAddress(tx: Tx, input: SharedAddress): Promise<string> {
  const contactId = (await findContactByAddress(tx, input.normalized)) ?? (await createContactFor(tx, input));
  const holders = await tx.rows<{ creatorId: string }>(sql`
    update email_address set archived_at = ${tx.ctx.now}
    where normalized = ${input.normalized} and creator_id is not null and archived_at is null
    returning creator_id as "creatorId"`);
  const creatorIds = [...new Set([...input.creatorIds, ...holders.map((holder) => holder.creatorId)])];
  const linked = await tx.rows<{ creatorId: string }>(sql`
    insert into creator_contact (workspace_id, creator_id, contact_id, role, topics, routing, created_at)
    select ${tx.ctx.workspaceId}::uuid, id, ${contactId}::uuid, 'other', '{}', 'instead', ${tx.ctx.now}
    from unnest(${creatorIds}::uuid[]) id on conflict do nothing returning creator_id as "creatorId"`);
  await recordEvents(
    tx,
    contactLinked,
    linked.map(({ creatorId }) => ({
      subjectId: contactId,
      creatorId,
      payload: { name: input.address, role: 'other', routing: 'instead', why: 'shared_address' as const },
    })),
  );
  if (creatorIds.length > 0) await refreshCreatorNumbers(tx, creatorIds);
  return contactId;
}

/** The contact this address belongs to, if it belongs to one. */
export async function findContactByAddress(tx: Tx, normalized: string): Promise<string | undefined> {
  const rows = await tx.rows<{ contactId: string }>(sql`
    select e.contact_id as "contactId" from email_address e join contact k on k.id = e.contact_id
    where e.normalized = ${normalized} and e.archived_at is null and k.archived_at is null
    order by e.created_at, e.id limit 1`);
  return rows[0]?.contactId;
}

async function createContactFor(tx: Tx, { address, normalized, source, legalBasis }: SharedAddress): Promise<string> {
  const { workspaceId, now } = tx.ctx;
  const id = newId();
  await tx.db.contact.create({ data: { id, workspaceId, name: address, createdAt: now } });
  await tx.db.emailAddress.create({
    data: {
      id: newId(),
      workspaceId,
      contactId: id,
      address,
      normalized,
      isPrimary: true,
      source,
      createdAt: now,
      ...(legalBasis && { legalBasis }),
    },
  });
  await recordEvent(tx, contactCreated, { subjectId: id, payload: { name: address } });
  return id;
}

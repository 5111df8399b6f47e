import { emailAddressAdded } from '@/features/creators/events';
import { refuseDuplicates } from '@/features/creators/commands/create-creator';
import { insertEmails, type AddressOwner } from '@/features/creators/commands/insert-children';
import { creatorsOf } from '@/features/creators/commands/lock-address';
import { lockContact } from '@/features/creators/commands/lock-contact';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { setPrimaryAddress } from '@/features/creators/commands/set-primary-address';
import { findContactByAddress, shareAddress } from '@/features/creators/commands/share-address';
import { sourceOf } from '@/features/creators/commands/source-of';
import { findPossibleDuplicates, type Identity } from '@/features/creators/queries/find-possible-duplicates';
import type { EmailInput } from '@/features/creators/schemas/address';
import type { AddEmailInput } from '@/features/creators/schemas/address-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Gives a creator or a contact one more address and records `email_address.added`. One it has already is left as it is.
 * An address that is another creator's refuses unless the two are different people (another handle on one platform, or
 * `allowDuplicate`); it then becomes a shared contact's.
 * @throws AppError not_found, conflict `possible_duplicate`
 */
export async function addEmail(tx: Tx, input: AddEmailInput): Promise<void> {
  await lockCreatorIdentity(tx);
  const { email } = input;
  if (input.contactId !== undefined) {
    const contact = await lockContact(tx, input.contactId);
    return addOwn(tx, { contactId: contact.id }, email);
  }
  const creator = await lockCreator(tx, input.creatorId ?? '');
  const identity = { handles: await handlesOf(tx, creator.id), emails: [email] };
  const others = (await findPossibleDuplicates(tx, identity)).filter(
    ({ id, why }) => id !== creator.id && why === 'email',
  );
  if (!input.allowDuplicate) refuseDuplicates(others);
  if (others.length === 0 && !(await findContactByAddress(tx, email.normalized)))
    return addOwn(tx, { creatorId: creator.id }, email);
  await shareAddress(tx, { ...email, creatorIds: [creator.id], source: email.source ?? sourceOf(tx) });
}

async function addOwn(tx: Tx, owner: AddressOwner, email: EmailInput): Promise<void> {
  const [known] = await tx.rows<{ count: number; same: number }>(sql`
    select count(*) as count, count(*) filter (where normalized = ${email.normalized}) as same from email_address
    where archived_at is null and ${
      'contactId' in owner
        ? sql`contact_id = ${owner.contactId}::uuid`
        : sql`creator_id in (select id from creator where root_id = ${owner.creatorId}::uuid)`
    }`);
  if (known?.same) return;
  const [id = ''] = await insertEmails(tx, owner, [email]);
  if (known?.count) await tx.db.emailAddress.updateMany({ where: { id }, data: { isPrimary: false } });
  const creatorId = 'creatorId' in owner ? owner.creatorId : null;
  const contactId = 'contactId' in owner ? owner.contactId : null;
  await recordEvent(tx, emailAddressAdded, { subjectId: id, creatorId, payload: { address: email.address } });
  if (email.isPrimary) await setPrimaryAddress(tx, { kind: 'email', id });
  await refreshCreatorNumbers(tx, await creatorsOf(tx, { rootId: creatorId, contactId }));
}

async function handlesOf(tx: Tx, rootId: string): Promise<NonNullable<Identity['handles']>> {
  return tx.rows(sql`
    select h.platform, h.normalized_name as normalized from handle h join creator c on c.id = h.creator_id
    where c.root_id = ${rootId}::uuid and h.archived_at is null`);
}

import { phoneNumberAdded } from '@/features/creators/events';
import { insertPhones, type AddressOwner } from '@/features/creators/commands/insert-children';
import { lockContact } from '@/features/creators/commands/lock-contact';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { setPrimaryAddress } from '@/features/creators/commands/set-primary-address';
import type { AddPhoneInput } from '@/features/creators/schemas/address-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Gives a creator or a contact one more number and records `phone_number.added`. One it has already is left as it is.
 * @throws AppError not_found
 */
export async function addPhone(tx: Tx, { creatorId, contactId, phone }: AddPhoneInput): Promise<void> {
  const owner = await lockOwner(tx, { creatorId, contactId });
  const [known] = await tx.rows<{ count: number; same: number }>(sql`
    select count(*) as count, count(*) filter (where number = ${phone.number}) as same from phone_number
    where archived_at is null and ${
      'contactId' in owner
        ? sql`contact_id = ${owner.contactId}::uuid`
        : sql`creator_id in (select id from creator where root_id = ${owner.creatorId}::uuid)`
    }`);
  if (known?.same) return;
  const [id = ''] = await insertPhones(tx, owner, [phone]);
  if (known?.count) await tx.db.phoneNumber.updateMany({ where: { id }, data: { isPrimary: false } });
  await recordEvent(tx, phoneNumberAdded, {
    subjectId: id,
    creatorId: 'creatorId' in owner ? owner.creatorId : null,
    payload: { number: phone.number },
  });
  if (phone.isPrimary) await setPrimaryAddress(tx, { kind: 'phone', id });
}

async function lockOwner(
  tx: Tx,
  { creatorId = '', contactId }: Pick<AddPhoneInput, 'creatorId' | 'contactId'>,
): Promise<AddressOwner> {
  if (contactId !== undefined) return { contactId: (await lockContact(tx, contactId)).id };
  return { creatorId: (await lockCreator(tx, creatorId)).id };
}

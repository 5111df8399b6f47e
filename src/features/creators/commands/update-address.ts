import { emailAddressUpdated, phoneNumberUpdated } from '@/features/creators/events';
import { lockAddress, type AddressKind } from '@/features/creators/commands/lock-address';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

export interface UpdateAddressInput {
  kind: AddressKind;
  id: string;
  label?: string | null | undefined;
  source?: string | undefined;
  /** Of e-mail addresses. */
  legalBasis?: string | undefined;
}

/**
 * Changes what is said about an address or number, never the address itself (remove it and add the right one).
 * @throws AppError not_found
 */
export async function updateAddress(tx: Tx, { kind, id, ...fields }: UpdateAddressInput): Promise<void> {
  const address = await lockAddress(tx, kind, id);
  const changes = diffFields({ ...address }, fields);
  if (Object.keys(changes).length === 0) return;
  const event = { subjectId: id, creatorId: address.rootId, payload: { changes } };
  if (kind === 'email') {
    await tx.db.emailAddress.updateMany({ where: { id }, data: fields });
    await recordEvent(tx, emailAddressUpdated, event);
  } else {
    const { label, source } = fields;
    await tx.db.phoneNumber.updateMany({ where: { id }, data: { label, source } });
    await recordEvent(tx, phoneNumberUpdated, event);
  }
}

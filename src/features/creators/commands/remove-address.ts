import { emailAddressRemoved, phoneNumberRemoved } from '@/features/creators/events';
import { addressTables, creatorsOf, findAddress, type AddressKind } from '@/features/creators/commands/lock-address';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Takes an address or number away; it is kept, unused. Again changes nothing. @throws AppError not_found */
export async function removeAddress(tx: Tx, { kind, id }: { kind: AddressKind; id: string }): Promise<void> {
  const address = await findAddress(tx, kind, id);
  if (!address) throw new AppError('not_found');
  if (address.archivedAt) return;
  await tx.execute(sql`
    update ${addressTables[kind]} set archived_at = ${tx.ctx.now}, is_primary = false where id = ${id}::uuid`);
  const subject = { subjectId: id, creatorId: address.rootId };
  if (kind === 'phone') {
    await recordEvent(tx, phoneNumberRemoved, { ...subject, payload: { number: address.value } });
    return;
  }
  await recordEvent(tx, emailAddressRemoved, { ...subject, payload: { address: address.value } });
  await refreshCreatorNumbers(tx, await creatorsOf(tx, address));
}

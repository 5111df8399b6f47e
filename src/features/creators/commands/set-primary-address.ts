import { emailAddressMadePrimary, phoneNumberMadePrimary } from '@/features/creators/events';
import { addressTables, creatorsOf, lockAddress, type AddressKind } from '@/features/creators/commands/lock-address';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/** Makes an address or number the one that is used first. @throws AppError not_found */
export async function setPrimaryAddress(tx: Tx, { kind, id }: { kind: AddressKind; id: string }): Promise<void> {
  const address = await lockAddress(tx, kind, id);
  const changed = await tx.execute(sql`
    update ${addressTables[kind]} set is_primary = (id = ${id}::uuid)
    where is_primary <> (id = ${id}::uuid) and ${
      address.contactId
        ? sql`contact_id = ${address.contactId}::uuid`
        : sql`creator_id in (select c.id from creator c where c.root_id = ${address.rootId}::uuid)`
    }`);
  if (changed === 0) return;
  const subject = { subjectId: id, creatorId: address.rootId };
  if (kind === 'phone') {
    await recordEvent(tx, phoneNumberMadePrimary, { ...subject, payload: { number: address.value } });
    return;
  }
  await recordEvent(tx, emailAddressMadePrimary, { ...subject, payload: { address: address.value } });
  await refreshCreatorNumbers(tx, await creatorsOf(tx, address));
}

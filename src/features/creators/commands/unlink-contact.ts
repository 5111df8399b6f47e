import { contactUnlinked } from '@/features/creators/events';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { touchCreator } from '@/features/creators/commands/touch-creator';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Ends that a contact speaks for a creator; both stay. Again changes nothing. @throws AppError not_found */
export async function unlinkContact(tx: Tx, input: { creatorId: string; contactId: string }): Promise<void> {
  const creator = await lockCreator(tx, input.creatorId);
  const contact = await tx.db.contact.findFirst({ where: { id: input.contactId } });
  if (!contact) throw new AppError('not_found');
  const removed = await tx.execute(sql`
    delete from creator_contact l using creator c
    where c.id = l.creator_id and c.root_id = ${creator.id}::uuid and l.contact_id = ${contact.id}::uuid`);
  if (removed === 0) return;
  await refreshCreatorNumbers(tx, [creator.id]);
  await touchCreator(tx, creator.id);
  await recordEvent(tx, contactUnlinked, {
    subjectId: contact.id,
    creatorId: creator.id,
    payload: { name: contact.name },
  });
}

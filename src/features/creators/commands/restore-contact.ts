import { contactRestored } from '@/features/creators/events';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Brings an archived contact back: it speaks again for the creators it was linked to. One that is there changes nothing.
 * @throws AppError not_found
 */
export async function restoreContact(tx: Tx, { id }: { id: string }): Promise<void> {
  const contact = await tx.db.contact.findFirst({ where: { id } });
  if (!contact) throw new AppError('not_found');
  const { count } = await tx.db.contact.updateMany({
    where: { id, archivedAt: { not: null } },
    data: { archivedAt: null, version: { increment: 1 } },
  });
  if (count === 0) return;
  const links = await tx.rows<{ id: string }>(sql`
    select creator_id as id from creator_contact where contact_id = ${id}::uuid`);
  await refreshCreatorNumbers(
    tx,
    links.map((link) => link.id),
  );
  await recordEvent(tx, contactRestored, { subjectId: id, payload: { name: contact.name } });
}

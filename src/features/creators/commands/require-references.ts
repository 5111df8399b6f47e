import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/** @throws AppError not_found when the owner is no member (any more), or the guardian no contact, of this workspace */
export async function requireReferences(
  tx: Tx,
  { ownerId, guardianId }: { ownerId?: string | null; guardianId?: string | null },
): Promise<void> {
  if (ownerId && !(await tx.db.membership.findFirst({ where: { id: ownerId, removedAt: null } })))
    throw new AppError('not_found', { reason: 'owner', message: 'The owner is not a member of this workspace.' });
  if (guardianId && !(await tx.db.contact.findFirst({ where: { id: guardianId, archivedAt: null } })))
    throw new AppError('not_found', { reason: 'guardian', message: 'The guardian is not a contact here.' });
}

import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/** @throws AppError not_found when it is no agency of this workspace, or an archived one */
export async function requireAgency(tx: Tx, id: string | null | undefined): Promise<void> {
  if (id && !(await tx.db.agency.findFirst({ where: { id, archivedAt: null } })))
    throw new AppError('not_found', { reason: 'agency', message: 'There is no such agency.' });
}

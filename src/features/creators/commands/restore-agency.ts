import { agencyRestored } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Brings an archived agency back. One that is there changes nothing. @throws AppError not_found */
export async function restoreAgency(tx: Tx, { id }: { id: string }): Promise<void> {
  const agency = await tx.db.agency.findFirst({ where: { id } });
  if (!agency) throw new AppError('not_found');
  const { count } = await tx.db.agency.updateMany({
    where: { id, archivedAt: { not: null } },
    data: { archivedAt: null, version: { increment: 1 } },
  });
  if (count === 1) await recordEvent(tx, agencyRestored, { subjectId: id, payload: { name: agency.name } });
}

import { agencyArchived } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Puts an agency away; its contacts stay. Again changes nothing. @throws AppError not_found */
export async function archiveAgency(tx: Tx, { id }: { id: string }): Promise<void> {
  const agency = await tx.db.agency.findFirst({ where: { id } });
  if (!agency) throw new AppError('not_found');
  const { count } = await tx.db.agency.updateMany({
    where: { id, archivedAt: null },
    data: { archivedAt: tx.ctx.now, version: { increment: 1 } },
  });
  if (count === 1) await recordEvent(tx, agencyArchived, { subjectId: id, payload: { name: agency.name } });
}

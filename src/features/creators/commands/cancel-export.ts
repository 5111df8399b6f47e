import { askerOf } from '@/features/creators/commands/create-export';
import { exportCancelled } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Ends an export that is not finished: the worker stops at its next batch. Cancelling it again changes nothing.
 * @throws AppError not_found, invalid_state when it is finished
 */
export async function cancelExport(tx: Tx, { id }: { id: string }): Promise<void> {
  const { count } = await tx.db.export.updateMany({
    where: { id, createdBy: askerOf(tx), state: { in: ['pending', 'running'] } },
    data: { state: 'cancelled', finishedAt: tx.ctx.now },
  });
  if (count === 1) {
    await recordEvent(tx, exportCancelled, { subjectId: id, payload: {} });
    return;
  }
  const found = await tx.db.export.findFirst({ where: { id, createdBy: askerOf(tx) } });
  if (!found) throw new AppError('not_found');
  if (found.state !== 'cancelled') throw new AppError('invalid_state', { message: 'This export is finished.' });
}

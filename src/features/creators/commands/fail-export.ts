import { exportFailed } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/** Gives an export up. One that is over stays as it is. */
export async function failExport(tx: Tx, id: string, { reason }: { reason: string }): Promise<void> {
  const { count } = await tx.db.export.updateMany({
    where: { id, state: { in: ['pending', 'running'] } },
    data: { state: 'failed', failure: reason, finishedAt: tx.ctx.now },
  });
  if (count === 1) await recordEvent(tx, exportFailed, { subjectId: id, payload: { reason } });
}

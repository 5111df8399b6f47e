import { exportCompleted } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { createStoredFile } from '@/platform/storage/create-stored-file';
import type { StoredBytes } from '@/platform/storage/put-file';

/** Enters the written file. An export that was cancelled in its last moment stays cancelled. */
export async function completeExport(
  tx: Tx,
  id: string,
  file: StoredBytes & { name: string; contentType: string; rows: number },
): Promise<void> {
  const { rows, ...stored } = file;
  const { count } = await tx.db.export.updateMany({
    where: { id, state: 'running' },
    data: { state: 'completed', finishedAt: tx.ctx.now, rowsDone: rows, rowsTotal: rows },
  });
  if (count === 0) return;
  await tx.db.export.updateMany({ where: { id }, data: { fileId: await createStoredFile(tx, stored) } });
  await recordEvent(tx, exportCompleted, { subjectId: id, payload: { rows, size: stored.size } });
}

import type { Tx } from '@/platform/db/in-workspace';

/**
 * Says how many rows are written, and at the beginning of how many. False when the export is over meanwhile: somebody
 * cancelled it.
 */
export async function advanceExport(
  tx: Tx,
  id: string,
  progress: { rowsDone: number; rowsTotal?: number },
): Promise<boolean> {
  const { count } = await tx.db.export.updateMany({ where: { id, state: 'running' }, data: progress });
  return count === 1;
}

import { segmentArchived, segmentRestored } from '@/features/creators/events';
import { visibleSegments } from '@/features/creators/queries/find-segments';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Takes a saved filter out of the lists, or (`restore`) puts it back; twice is once. @throws AppError not_found */
export async function archiveSegment(
  tx: Tx,
  { id, restore = false }: { id: string; restore?: boolean },
): Promise<void> {
  const segment = await tx.db.segment.findFirst({ where: { id, ...visibleSegments(tx) } });
  if (!segment) throw new AppError('not_found');
  if ((segment.archivedAt !== null) !== restore) return;
  await tx.db.segment.update({
    where: { workspaceId_id: { workspaceId: tx.ctx.workspaceId, id } },
    data: { archivedAt: restore ? null : tx.ctx.now, version: { increment: 1 } },
  });
  await recordEvent(tx, restore ? segmentRestored : segmentArchived, {
    subjectId: id,
    payload: { name: segment.name },
  });
}

import { toSegment, visibleSegments } from '@/features/creators/queries/find-segments';
import type { Segment } from '@/features/creators/schemas/segment';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/** One saved filter. @throws AppError not_found, also for another's private one */
export async function getSegment(tx: Tx, id: string): Promise<Segment> {
  const row = await tx.db.segment.findFirst({ where: { id, archivedAt: null, ...visibleSegments(tx) } });
  if (!row) throw new AppError('not_found');
  return toSegment(row);
}

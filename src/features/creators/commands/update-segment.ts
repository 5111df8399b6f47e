import { segmentUpdated } from '@/features/creators/events';
import { toSegment, visibleSegments } from '@/features/creators/queries/find-segments';
import type { Segment, UpdateSegmentInput } from '@/features/creators/schemas/segment';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Renames a saved filter, changes what it asks or who sees it, and records `segment.updated`.
 * @throws AppError not_found, conflict `stale_version`
 */
export async function updateSegment(tx: Tx, { id, version, shared, ...fields }: UpdateSegmentInput): Promise<Segment> {
  const before = await tx.db.segment.findFirst({ where: { id, archivedAt: null, ...visibleSegments(tx) } });
  if (!before) throw new AppError('not_found');
  const asked: object | undefined = fields.filter;
  const ownerId = ownerOf(tx, { shared, before: before.ownerId });
  const data = { ...fields, ownerId };
  const changes = (['name', 'filter', 'ownerId'] as const).filter(
    (field) => data[field] !== undefined && JSON.stringify(data[field]) !== JSON.stringify(before[field]),
  );
  if (changes.length === 0) return toSegment(before);
  const { count } = await tx.db.segment.updateMany({
    where: { id, version: version ?? before.version },
    data: { ...data, filter: asked, version: { increment: 1 } },
  });
  if (count === 0)
    throw new AppError('conflict', { reason: 'stale_version', message: 'Someone changed this segment meanwhile.' });
  await recordEvent(tx, segmentUpdated, { subjectId: id, payload: { name: fields.name ?? before.name, changes } });
  return toSegment({
    ...before,
    ...data,
    name: fields.name ?? before.name,
    filter: fields.filter ?? before.filter,
    version: before.version + 1,
  });
}

function ownerOf(tx: Tx, { shared, before }: { shared: boolean | undefined; before: string | null }): string | null {
  if (shared === undefined) return before;
  const { actor } = tx.ctx;
  return !shared && actor.type === 'user' ? actor.membershipId : null;
}

import { segmentCreated } from '@/features/creators/events';
import { toSegment } from '@/features/creators/queries/find-segments';
import type { CreateSegmentInput, Segment } from '@/features/creators/schemas/segment';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

/** Keeps a filter under a name, for its maker or for everyone, and records `segment.created`. */
export async function createSegment(tx: Tx, { name, filter, shared }: CreateSegmentInput): Promise<Segment> {
  const { actor, workspaceId, now } = tx.ctx;
  const ownerId = !shared && actor.type === 'user' ? actor.membershipId : null;
  const kept: object = filter;
  const row = await tx.db.segment.create({
    data: { id: newId(), workspaceId, name, filter: kept, ownerId, createdAt: now },
  });
  await recordEvent(tx, segmentCreated, { subjectId: row.id, payload: { name, shared: ownerId === null } });
  return toSegment(row);
}

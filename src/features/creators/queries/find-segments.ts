import type { Segment } from '@/features/creators/schemas/segment';
import type { Tx } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';

/** What of the workspace's segments this actor sees: the shared ones and their own. */
export function visibleSegments(tx: Tx) {
  const { actor } = tx.ctx;
  return { OR: [{ ownerId: null }, ...(actor.type === 'user' ? [{ ownerId: actor.membershipId }] : [])] };
}

interface SegmentRow {
  id: string;
  name: string;
  filter: unknown;
  ownerId: string | null;
  version: number;
  createdAt: Date;
}

export function toSegment(row: SegmentRow): Segment {
  return {
    id: encodeId('segment', row.id),
    name: row.name,
    filter: row.filter as Segment['filter'],
    shared: row.ownerId === null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** The saved filters this actor sees, by name. */
export async function findSegments(tx: Tx): Promise<Segment[]> {
  const rows = await tx.db.segment.findMany({
    where: { archivedAt: null, ...visibleSegments(tx) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toSegment);
}

import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** An effect that needs a person. */
export interface StuckEffect {
  id: string;
  state: 'dead' | 'unknown';
  subscriber: string;
  recipient: string;
  attempts: number;
  lastError: string | null;
  finishedAt: Date;
  event: {
    id: string;
    type: string;
    subjectType: string;
    subjectId: string;
    creatorId: string | null;
    occurredAt: Date;
  };
}

type StuckRow = Omit<StuckEffect, 'event'> & Omit<StuckEffect['event'], 'id'> & { eventId: string };

/** Effects that gave up and effects of which nobody knows whether they left, the newest first. */
export async function findStuckEffects(tx: Tx, limit = 200): Promise<StuckEffect[]> {
  const rows = await tx.rows<StuckRow>(sql`
    select f.id, f.state, f.subscriber, f.recipient, f.attempts, f.last_error as "lastError", f.finished_at as "finishedAt",
      e.id as "eventId", e.type, e.subject_type as "subjectType", e.subject_id as "subjectId",
      e.creator_id as "creatorId", e.occurred_at as "occurredAt"
    from effect f join domain_event e on e.workspace_id = f.workspace_id and e.id = f.event_id
    where f.workspace_id = ${tx.ctx.workspaceId}::uuid and f.state in ('dead', 'unknown')
    order by f.finished_at desc, f.id limit ${limit}::int`);
  return rows.map(({ eventId, type, subjectType, subjectId, creatorId, occurredAt, ...effect }) => ({
    ...effect,
    event: { id: eventId, type, subjectType, subjectId, creatorId, occurredAt },
  }));
}

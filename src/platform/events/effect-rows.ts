import { sql } from '@/platform/db/rows';
import type { CommittedEvent, Effect } from '@/platform/events/define-subscriber';

/** The columns of an event `e` with its payload `p`, named as `toEvent` wants them. */
export const eventColumns = sql`
  e.id as "eventId", e.workspace_id as "workspaceId", e.type, e.subject_type as "subjectType", e.subject_id as "subjectId",
  e.creator_id as "creatorId", e.actor_type as "actorType", e.actor_id as "actorId", e.occurred_at as "occurredAt",
  e.request_id as "requestId", p.body`;

/** The columns of an effect `f` and its event, named as `toEffect` wants them. */
export const effectColumns = sql`f.id as "effectId", f.subscriber, f.recipient, f.attempts, ${eventColumns}`;

/** Joins the event and the payload to an effect `f`. */
export const joinEvent = sql`
  join domain_event e on e.workspace_id = f.workspace_id and e.id = f.event_id
  left join event_payload p on p.workspace_id = e.workspace_id and p.event_id = e.id`;

export type EventRow = Omit<CommittedEvent, 'id' | 'payload'> & { eventId: string; body: string | null };

export type EffectRow = EventRow & { effectId: string; subscriber: string; recipient: string; attempts: number };

export function toEvent(row: EventRow): CommittedEvent {
  const { eventId, body, workspaceId, type, subjectType, subjectId, creatorId, actorType, actorId } = row;
  const { occurredAt, requestId } = row;
  const payload = body ? (JSON.parse(body) as object) : null;
  const about = { workspaceId, type, subjectType, subjectId, creatorId, actorType, actorId, occurredAt, requestId };
  return { id: eventId, ...about, payload };
}

export function toEffect(row: EffectRow): Effect {
  const { effectId, workspaceId, subscriber, recipient, attempts } = row;
  return { id: effectId, workspaceId, subscriber, recipient, attempts, event: toEvent(row) };
}

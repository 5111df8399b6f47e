import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { EventType } from '@/platform/events/define-event';
import { newId } from '@/shared/ids';

export interface EventInput<Payload extends object> {
  subjectId: string;
  /** The creator whose timeline shows it. */
  creatorId?: string | null;
  payload: Payload;
}

/**
 * Writes an event, its payload and its marker in the transaction of the change it tells of; everything that must
 * follow follows from it. Answers the event's id.
 */
export async function recordEvent<Payload extends object>(
  tx: Tx,
  type: EventType<Payload>,
  event: EventInput<Payload>,
): Promise<string> {
  const ids = await recordEvents(tx, type, [event]);
  return ids[0] ?? '';
}

/** `recordEvent` for many subjects of one kind, in one statement. */
export async function recordEvents<Payload extends object>(
  tx: Tx,
  type: EventType<Payload>,
  events: readonly EventInput<Payload>[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const actor = actorColumns(tx.ctx.actor);
  const rows = events.map((event) => {
    const body = JSON.stringify(event.payload);
    const salt = randomBytes(16);
    return {
      id: newId(),
      subjectId: event.subjectId,
      creatorId: event.creatorId ?? null,
      body,
      salt,
      digest: digestOf(salt, body),
    };
  });
  await tx.execute(sql`
    with input as (
      select * from unnest(
        ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.subjectId)}::uuid[],
        ${rows.map((row) => row.creatorId)}::uuid[], ${rows.map((row) => row.body)}::text[],
        ${rows.map((row) => row.salt)}::bytea[], ${rows.map((row) => row.digest)}::bytea[]
      ) as t(id, subject_id, creator_id, body, salt, digest)
    ), event as (
      insert into domain_event (id, workspace_id, type, subject_type, subject_id, creator_id, actor_type, actor_id, occurred_at, request_id, payload_digest)
      select id, ${tx.ctx.workspaceId}::uuid, ${type.type}, ${type.subjectType}, subject_id, creator_id,
        ${actor.type}, ${actor.id}::uuid, ${tx.ctx.now}, ${tx.ctx.requestId}, digest from input
    ), payload as (
      insert into event_payload (event_id, workspace_id, salt, body)
      select id, ${tx.ctx.workspaceId}::uuid, salt, body from input
    )
    insert into event_pending (event_id, workspace_id) select id, ${tx.ctx.workspaceId}::uuid from input`);
  return rows.map((row) => row.id);
}

/** SHA-256 over salt and body: what stays of a payload after an erasure. */
export function digestOf(salt: Buffer, body: string): Buffer {
  return createHash('sha256').update(salt).update(body).digest();
}

function actorColumns(actor: Actor): { type: string; id: string | null } {
  switch (actor.type) {
    case 'user':
      return { type: 'user', id: actor.membershipId };
    case 'key':
      return { type: 'key', id: actor.keyId };
    case 'worker':
      return { type: 'worker', id: null };
  }
}

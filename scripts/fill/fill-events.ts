import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { sealEvents } from '@/platform/events/seal-events';
import { notesOf } from './fill-records';
import { uuid } from './plan-creators';

/** Of this many creators one has a long history: something to scroll, and to measure a timeline with. */
const oneInMany = 500;

/**
 * The history of what was filled: each creator added, its notes, its stage; of a few a long one. The events are sealed
 * at once, since nothing has to follow from the past.
 */
export async function fillEvents(tx: Tx): Promise<void> {
  await addEvents(tx, {
    type: 'creator.created',
    subject: 'creator',
    rows: sql`select n, id, id as subject_id, created_at, 0 as place,
      jsonb_build_object('displayName', display_name, 'source', 'import') as body from planned`,
  });
  await addEvents(tx, {
    type: 'note.created',
    subject: 'note',
    rows: sql`select n, id, note_id as subject_id, asked_at as created_at, 1 as place,
        jsonb_build_object('excerpt', left(said, 200), 'mentions', '[]'::jsonb) as body
      from ${notesOf(tx)} p`,
  });
  await addEvents(tx, {
    type: 'creator.stage_set',
    subject: 'creator',
    rows: sql`select n, id, id as subject_id, contacted_at as created_at, 2 as place,
        jsonb_build_object('changes', jsonb_build_object('stage', jsonb_build_object('from', 'prospect', 'to', stage))) as body
      from planned where stage <> 'prospect' and contacted_at is not null`,
  });
  await addEvents(tx, {
    type: 'creator.updated',
    subject: 'creator',
    rows: sql`select n, id, id as subject_id, created_at + (${tx.ctx.now}::timestamptz - created_at) * (k / 121.0) as created_at, 10 + k as place,
        jsonb_build_object('changes', jsonb_build_object('city', jsonb_build_object('from', 'City ' || k, 'to', 'City ' || k + 1))) as body
      from planned cross join generate_series(1, 120) k where n % ${oneInMany} = 1`,
  });
}

async function addEvents(tx: Tx, { type, subject, rows }: { type: string; subject: string; rows: Sql }): Promise<void> {
  const added = await tx.rows<{ id: string }>(sql`
    with input as materialized (
      select ${uuid(tx, sql`n`, sql`place`)} as event_id, r.*, body::text as text,
        substr(sha256(convert_to(concat(${tx.ctx.workspaceId}::text, n, place), 'UTF8')), 1, 16) as salt
      from (${rows}) r
    ), event as (
      insert into domain_event (id, workspace_id, type, subject_type, subject_id, creator_id, actor_type, actor_id, occurred_at, request_id, payload_digest)
      select event_id, ${tx.ctx.workspaceId}::uuid, ${type}, ${subject}, subject_id, id, 'worker', null, created_at, 'req_fill',
        sha256(salt || convert_to(text, 'UTF8')) from input
    ), payload as (
      insert into event_payload (event_id, workspace_id, salt, body)
      select event_id, ${tx.ctx.workspaceId}::uuid, salt, text from input
    )
    insert into event_pending (event_id, workspace_id) select event_id, ${tx.ctx.workspaceId}::uuid from input
    returning event_id as id`);
  if (added.length > 0)
    await sealEvents(
      tx,
      added.map((event) => event.id),
    );
}

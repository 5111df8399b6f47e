import { hideFields } from '@/features/timeline/model/hide-fields';
import { actorName, exactInstant, readCursor, toPage } from '@/features/timeline/queries/event-sql';
import type { EventDto, EventPage, FindEventsInput } from '@/features/timeline/schemas/timeline';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql } from '@/platform/db/rows';
import { encodeId, idPrefixes, type IdKind } from '@/shared/ids';

interface EventRow {
  id: string;
  exact: string;
  at: Date;
  type: string;
  subjectType: IdKind;
  subjectId: string;
  creatorId: string | null;
  creatorName: string | null;
  actorType: EventDto['actor']['type'];
  actorName: string | null;
  requestId: string;
  body: string | null;
}

/** The audit log: who did what to what, newest first. @throws AppError invalid_input (cursor) */
export async function findEvents(tx: Tx, input: FindEventsInput): Promise<EventPage> {
  const { type, actor, creator, from, to, limit, cursor } = input;
  const after = readCursor(cursor);
  const rows = await tx.rows<EventRow>(sql`
    select e.id, ${exactInstant(sql`e.occurred_at`)} as exact, e.occurred_at as at, e.type, e.subject_type as "subjectType",
      e.subject_id as "subjectId", e.actor_type as "actorType", ${actorName} as "actorName", e.request_id as "requestId", p.body,
      c.id as "creatorId", c.display_name as "creatorName"
    from domain_event e left join event_payload p on p.event_id = e.id
      left join creator c on c.id = e.creator_id
    where true
      ${type ? sql`and (e.type = ${type} or split_part(e.type, '.', 1) = ${type})` : noSql}
      ${actor ? sql`and e.actor_id = ${actor}::uuid` : noSql}
      ${creator ? sql`and e.creator_id = ${creator}::uuid` : noSql}
      ${from ? sql`and e.occurred_at >= ${from}::timestamptz` : noSql}
      ${to ? sql`and e.occurred_at < ${to}::timestamptz` : noSql}
      ${after ? sql`and (e.occurred_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql}
    order by e.occurred_at desc, e.id desc limit ${limit + 1}`);
  return toPage(rows, limit, (row) => ({
    id: encodeId('event', row.id),
    type: row.type,
    subject: {
      type: row.subjectType,
      id: row.subjectType in idPrefixes ? encodeId(row.subjectType, row.subjectId) : row.subjectId,
    },
    creator: row.creatorId ? { id: encodeId('creator', row.creatorId), name: row.creatorName ?? '' } : null,
    actor: { type: row.actorType, name: row.actorName },
    at: row.at.toISOString(),
    requestId: row.requestId,
    payload: row.body ? (hideFields(JSON.parse(row.body), tx.ctx.fields) as Record<string, unknown>) : null,
  }));
}

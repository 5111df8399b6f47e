import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { firstHash, sealedText } from '@/platform/events/seal-events';

/** What does not agree with the seals. */
export interface AuditFault {
  problem:
    /** A number of the chain is missing before this one. */
    | 'seal_missing'
    /** Does not point back to the hash before it. */
    | 'link_broken'
    /** The seal names an event that is not there. */
    | 'event_missing'
    /** All events of the seal are there, and one of them, or the seal, is not what was sealed. */
    | 'event_changed'
    /** The payload is not what the event's digest says, or its row is gone; an erasure empties it and keeps the row. */
    | 'payload_changed'
    /** Neither sealed nor waiting to be: written past the product. */
    | 'event_unsealed';
  sequence: number | null;
  eventId: string | null;
}

export interface AuditReport {
  events: number;
  seals: number;
  /** Of the last seal, in hex: what an operator keeps elsewhere. */
  newestHash: string | null;
  faults: AuditFault[];
}

/**
 * Recomputes the chain of a workspace from its events and tells what was changed, added or removed past the product.
 * Seals cut off at the end together with their events are not seen: for that an operator keeps the newest hash elsewhere.
 */
export async function verifyAudit(tx: Tx): Promise<AuditReport> {
  const [counts] = await tx.rows<Omit<AuditReport, 'faults'>>(sql`
    select (select count(*) from domain_event where workspace_id = ${tx.ctx.workspaceId}::uuid) as events,
      count(*) as seals, encode((array_agg(hash order by sequence desc))[1], 'hex') as "newestHash"
    from event_seal where workspace_id = ${tx.ctx.workspaceId}::uuid`);
  const faults = [...(await checkSeals(tx)), ...(await checkPayloads(tx)), ...(await findUnsealed(tx))];
  return { ...(counts ?? { events: 0, seals: 0, newestHash: null }), faults };
}

interface CheckedSeal {
  sequence: number;
  follows: boolean;
  linked: boolean;
  intact: boolean;
  missing: string[];
}

async function checkSeals(tx: Tx): Promise<AuditFault[]> {
  const seals = await tx.rows<CheckedSeal>(sql`
    with seal as (
      select sequence, event_ids, previous_hash, hash,
        coalesce(lag(sequence) over (order by sequence), 0) + 1 = sequence as follows,
        coalesce(lag(hash) over (order by sequence), ${firstHash(tx)}) = previous_hash as linked
      from event_seal where workspace_id = ${tx.ctx.workspaceId}::uuid
    ), checked as (
      select s.sequence, s.follows, s.linked,
        sha256(s.previous_hash || string_agg(sha256(convert_to(${sealedText}, 'UTF8')), ''::bytea order by i.position)) = s.hash
          as intact,
        array_remove(array_agg(case when e.id is null then i.id end), null)::text[] as missing
      from seal s cross join lateral unnest(s.event_ids) with ordinality as i(id, position)
      left join domain_event e on e.workspace_id = ${tx.ctx.workspaceId}::uuid and e.id = i.id
      group by s.sequence, s.follows, s.linked, s.previous_hash, s.hash
    )
    select * from checked where not (follows and linked and intact) or missing <> '{}' order by sequence`);
  return seals.flatMap(({ sequence, follows, linked, intact, missing }): AuditFault[] => [
    ...(follows ? [] : [{ problem: 'seal_missing', sequence, eventId: null } as const]),
    ...(linked || !follows ? [] : [{ problem: 'link_broken', sequence, eventId: null } as const]),
    ...missing.map((eventId) => ({ problem: 'event_missing', sequence, eventId }) as const),
    ...(intact || missing.length > 0 ? [] : [{ problem: 'event_changed', sequence, eventId: null } as const]),
  ]);
}

async function checkPayloads(tx: Tx): Promise<AuditFault[]> {
  const rows = await tx.rows<{ eventId: string }>(sql`
    select e.id as "eventId" from domain_event e
    left join event_payload p on p.workspace_id = e.workspace_id and p.event_id = e.id
    where e.workspace_id = ${tx.ctx.workspaceId}::uuid and (
      p.event_id is null
      or (p.body <> '' and sha256(p.salt || convert_to(p.body, 'UTF8')) <> e.payload_digest)
    ) order by e.id`);
  return rows.map(({ eventId }) => ({ problem: 'payload_changed', sequence: null, eventId }));
}

async function findUnsealed(tx: Tx): Promise<AuditFault[]> {
  const rows = await tx.rows<{ eventId: string }>(sql`
    select e.id as "eventId" from domain_event e
    where e.workspace_id = ${tx.ctx.workspaceId}::uuid
      and not exists (select from event_pending m where m.workspace_id = e.workspace_id and m.event_id = e.id)
      and e.id not in (
        select unnest(s.event_ids) from event_seal s where s.workspace_id = ${tx.ctx.workspaceId}::uuid)
    order by e.id`);
  return rows.map(({ eventId }) => ({ problem: 'event_unsealed', sequence: null, eventId }));
}

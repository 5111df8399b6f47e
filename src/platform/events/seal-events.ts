import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * What the seal covers of an event `e`: every column, the payload by its digest. A JSON array, so that no two events
 * read the same.
 */
export const sealedText = sql`jsonb_build_array(
  e.id, e.workspace_id, e.type, e.subject_type, e.subject_id, e.creator_id, e.actor_type, e.actor_id,
  to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.request_id, encode(e.payload_digest, 'hex')
)::text`;

/**
 * Adds a link to the workspace's chain over the events whose markers the transaction holds, and deletes the markers:
 * SHA-256 over the previous hash and the SHA-256 of each event, in the order of their ids. The first link begins with
 * the hash of the workspace's id. The caller holds the chain's lock.
 */
export async function sealEvents(tx: Tx, eventIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with taken as (
      delete from event_pending
      where workspace_id = ${tx.ctx.workspaceId}::uuid and event_id = any(${eventIds}::uuid[])
      returning event_id
    ), batch as (
      select array_agg(e.id order by e.id) as ids,
        string_agg(sha256(convert_to(${sealedText}, 'UTF8')), ''::bytea order by e.id) as hashes
      from taken join domain_event e on e.workspace_id = ${tx.ctx.workspaceId}::uuid and e.id = taken.event_id
    ), tip as (
      select sequence, hash from event_seal
      where workspace_id = ${tx.ctx.workspaceId}::uuid order by sequence desc limit 1
    ), link as (
      select coalesce((select sequence from tip), 0) + 1 as sequence,
        coalesce((select hash from tip), ${firstHash(tx)}) as previous, ids, hashes
      from batch where ids is not null
    )
    insert into event_seal (workspace_id, sequence, event_ids, previous_hash, hash)
    select ${tx.ctx.workspaceId}::uuid, sequence, ids, previous, sha256(previous || hashes) from link`);
}

/** What the first link of a workspace points back to. */
export function firstHash(tx: Tx) {
  return sql`sha256(convert_to(${tx.ctx.workspaceId}::text, 'UTF8'))`;
}

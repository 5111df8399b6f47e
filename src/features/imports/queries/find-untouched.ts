import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Of these creators, made by an import, those nothing happened with since: no message or thread, nothing merged, and no
 * event but those of the import's own runs. (That they were linked to a shared contact says nothing of themselves.)
 */
export async function findUntouched(
  tx: Tx,
  { importId, creatorIds }: { importId: string; creatorIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    with run as (select distinct request_id from domain_event where subject_type = 'import' and subject_id = ${importId}::uuid
      and type in ('import.started', 'import.resumed'))
    select c.id from creator c
    where c.id = any (${creatorIds}::uuid[]) and c.root_id = c.id
      and not exists (select from creator g where g.root_id = c.id and g.id <> c.id)
      and not exists (select from message m where m.creator_id = c.id)
      and not exists (select from thread_creator t where t.creator_id = c.id)
      and not exists (
        select from domain_event e where e.creator_id = c.id and e.type <> 'contact.linked'
          and not (e.actor_type = 'worker' and e.request_id in (select request_id from run)))`);
  return new Set(rows.map((row) => row.id));
}

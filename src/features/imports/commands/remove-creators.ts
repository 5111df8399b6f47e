import { creatorImportUndone } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/** Deletes creators that an import made, with all that is theirs but the events. */
export async function removeCreators(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx.rows<{ id: string; displayName: string }>(sql`
    delete from creator where id = any (${ids}::uuid[]) returning id, display_name as "displayName"`);
  await tx.execute(sql`select refresh_creator_search(${ids}::uuid[])`);
  await recordEvents(
    tx,
    creatorImportUndone,
    gone.map(({ id, displayName }) => ({ subjectId: id, creatorId: id, payload: { displayName } })),
  );
}

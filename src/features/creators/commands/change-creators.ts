import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { assignOwner } from '@/features/creators/commands/assign-owner';
import { restoreCreators } from '@/features/creators/commands/restore-creators';
import { setStage } from '@/features/creators/commands/set-stage';
import { tagCreators } from '@/features/creators/commands/tag-creators';
import { compileSelection } from '@/features/creators/queries/compile-selection';
import type { ChosenCreators, CreatorChange } from '@/features/creators/schemas/change-creators';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

const batch = 500;
/** What one transaction carries out in a few seconds. */
const MAX_CHANGED_CREATORS = 20_000;

/**
 * One change to many creators, named one by one or by what the list shows (search, filter, segment), in one
 * transaction: all of them or none. One event for each that changed; what is so already changes nothing.
 * Answers how many changed. @throws AppError not_found, limit_exceeded, invalid_input (filter)
 */
export async function changeCreators(tx: Tx, chosen: ChosenCreators, change: CreatorChange): Promise<number> {
  const ids = await resolveIds(tx, chosen);
  const changesSearch = change.kind === 'archive' || change.kind === 'restore';
  let changed = 0;
  // What search knows of a creator does not hang on tags, stage or owner: rebuilding it would take most of the time.
  if (!changesSearch) await tx.execute(sql`set local app.search_deferred = '1'`);
  for (let from = 0; from < ids.length; from += batch)
    changed += await carryOut(tx, ids.slice(from, from + batch), change);
  if (!changesSearch) await tx.execute(sql`set local app.search_deferred = ''`);
  return changed;
}

async function carryOut(tx: Tx, creatorIds: readonly string[], change: CreatorChange): Promise<number> {
  switch (change.kind) {
    case 'tag':
      return tagCreators(tx, { creatorIds, add: change.add, remove: change.remove });
    case 'stage':
      return setStage(tx, { creatorIds, stage: change.stage });
    case 'owner':
      return assignOwner(tx, { creatorIds, ownerId: change.ownerId });
    case 'archive':
      return archiveCreators(tx, { creatorIds });
    case 'restore':
      return restoreCreators(tx, { creatorIds });
  }
}

/** In the order of their ids, so that two such changes never wait for each other. */
async function resolveIds(tx: Tx, chosen: ChosenCreators): Promise<string[]> {
  if ('ids' in chosen) return [...new Set(chosen.ids)].sort();
  const { where } = await compileSelection(tx, { ...chosen.selection, segmentId: chosen.selection.segment });
  const rows = await tx.rows<{ id: string }>(sql`
    select c.id from creator c where ${where} and c.id <> all (${chosen.except ?? []}::uuid[])
    order by c.id limit ${MAX_CHANGED_CREATORS + 1}`);
  if (rows.length > MAX_CHANGED_CREATORS)
    throw new AppError('limit_exceeded', {
      message: `At most ${MAX_CHANGED_CREATORS} creators can be changed at once. Narrow the list.`,
    });
  return rows.map((row) => row.id);
}

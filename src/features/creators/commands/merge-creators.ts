import { creatorMerged } from '@/features/creators/events';
import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { readMergeParties, type MergeParties } from '@/features/creators/commands/read-merge-parties';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { writeFacts } from '@/features/creators/commands/write-facts';
import type { Changes } from '@/features/creators/model/changes';
import { planMerge } from '@/features/creators/model/plan-merge';
import { toOutsideChanges } from '@/features/creators/model/to-outside-changes';
import type { MergeCreatorsInput } from '@/features/creators/schemas/merge';
import type { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId, newId } from '@/shared/ids';

/**
 * Makes several creators one: those of `mergedIds`, with whatever was merged into them before, are read as the survivor
 * from now on. Their rows stay theirs; only whose group they are in changes, and the survivor takes over what it lacks
 * (or what `keep` chose), noted so that `undoMerge` can set it back. Records `creator.merged`. Creators that are of the
 * survivor's group already change nothing.
 *
 * Answers the merge's id, null when nothing was left to merge.
 * @throws AppError not_found, invalid_input, invalid_state `archived` (the survivor is)
 */
export async function mergeCreators(tx: Tx, input: MergeCreatorsInput): Promise<string | null> {
  await lockCreatorIdentity(tx);
  const parties = await readMergeParties(tx, input);
  if (parties.merged.length === 0) return null;
  if (parties.row.archivedAt)
    throw new AppError('invalid_state', {
      reason: 'archived',
      message: `${parties.row.displayName} is archived. Restore it first, or merge the other way round.`,
    });
  const { filled } = planMerge(parties.survivor, parties.merged, input.keep);
  const mergeId = await moveGroup(tx, parties, filled);
  await writeFacts(tx, parties.row, Object.fromEntries(Object.entries(filled).map(([name, { to }]) => [name, to])));
  await refreshCreatorNumbers(tx, [parties.row.id]);
  const named = ({ id, displayName }: { id: string; displayName: string }) => ({
    id: encodeId('creator', id),
    displayName,
  });
  await recordEvent(tx, creatorMerged, {
    subjectId: parties.row.id,
    creatorId: parties.row.id,
    payload: {
      mergeId: encodeId('merge', mergeId),
      survivor: named(parties.survivor),
      merged: parties.merged.map(named),
      changes: toOutsideChanges(filled),
    },
  });
  return mergeId;
}

async function moveGroup(tx: Tx, { row, merged }: MergeParties, filled: Changes): Promise<string> {
  const { workspaceId, now } = tx.ctx;
  const id = newId();
  const moved = await tx.rows<{ id: string; rootId: string }>(sql`
    select id, root_id as "rootId" from creator where root_id = any (${merged.map((party) => party.id)}::uuid[])
    order by id`);
  await tx.execute(sql`
    update creator set root_id = ${row.id}::uuid, updated_at = ${now}
    where id = any (${moved.map((creator) => creator.id)}::uuid[])`);
  await tx.db.creatorMerge.create({
    data: { id, workspaceId, survivorId: row.id, moved, filled: filled as Prisma.InputJsonObject, mergedAt: now },
  });
  return id;
}

import { creatorMergeUndone } from '@/features/creators/events';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { readFacts } from '@/features/creators/commands/read-merge-parties';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { writeFacts } from '@/features/creators/commands/write-facts';
import type { Changes } from '@/features/creators/model/changes';
import { planUndo, type StandingMerge } from '@/features/creators/model/plan-merge';
import { toOutsideChanges } from '@/features/creators/model/to-outside-changes';
import type { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

interface MergeRow extends StandingMerge {
  survivorId: string;
  moved: { id: string; rootId: string }[];
  undoneAt: Date | null;
}

/**
 * Takes a merge back: the merged creators stand where they stood, and what the survivor took over from them is set back
 * where nobody changed it since. Records `creator.merge_undone` for each of them. What was written in between stays
 * with the survivor. Undoing again changes nothing.
 * @throws AppError not_found; invalid_state `merged_again` when a later merge has to be undone first
 */
export async function undoMerge(tx: Tx, { id }: { id: string }): Promise<void> {
  await lockCreatorIdentity(tx);
  const merge = await readMerge(tx, id);
  if (merge.undoneAt) return;
  const restored = await restoreRoots(tx, merge);
  const row = await lockCreator(tx, merge.survivorId);
  const present = (await readFacts(tx, [row])).get(row.id) ?? {};
  const later = await tx.rows<StandingMerge>(sql`
    select id, filled from creator_merge
    where survivor_id = ${merge.survivorId}::uuid and id > ${id}::uuid and undone_at is null order by id`);
  const undoing = planUndo(merge, later, present);
  for (const relinked of undoing.relinked)
    await tx.db.creatorMerge.updateMany({
      where: { id: relinked.id },
      data: { filled: relinked.filled as Prisma.InputJsonObject },
    });
  await writeFacts(tx, row, undoing.restored);
  await tx.db.creatorMerge.updateMany({ where: { id }, data: { undoneAt: tx.ctx.now } });
  await refreshCreatorNumbers(tx, [row.id, ...restored.map((creator) => creator.id)]);
  await recordUndone(
    tx,
    merge,
    [{ id: row.id, displayName: row.displayName }, ...restored],
    changesOf(present, undoing.restored),
  );
}

async function readMerge(tx: Tx, id: string): Promise<MergeRow> {
  const [merge] = await tx.rows<MergeRow>(sql`
    select id, survivor_id as "survivorId", moved, filled, undone_at as "undoneAt" from creator_merge
    where id = ${id}::uuid for update`);
  if (!merge) throw new AppError('not_found');
  return merge;
}

interface Named {
  id: string;
  displayName: string;
}

/** Answers those that stand alone again. */
async function restoreRoots(tx: Tx, { survivorId, moved }: MergeRow): Promise<Named[]> {
  const back = await tx.rows<Named & { rootId: string }>(sql`
    update creator c set root_id = m.root_id, updated_at = ${tx.ctx.now}
    from unnest(${moved.map((one) => one.id)}::uuid[], ${moved.map((one) => one.rootId)}::uuid[]) as m(id, root_id)
    where c.id = m.id and c.root_id = ${survivorId}::uuid
    returning c.id, c.root_id as "rootId", c.display_name as "displayName"`);
  if (back.length !== moved.length)
    throw new AppError('invalid_state', {
      reason: 'merged_again',
      message: 'These creators were merged further since. Undo the later merge first.',
    });
  return back.filter((creator) => creator.id === creator.rootId).map(({ id, displayName }) => ({ id, displayName }));
}

function changesOf(present: Readonly<Record<string, unknown>>, restored: Record<string, unknown>): Changes {
  return toOutsideChanges(
    Object.fromEntries(Object.entries(restored).map(([field, to]) => [field, { from: present[field] ?? null, to }])),
  );
}

// eslint-disable-next-line max-params -- who, what, and the transaction they belong to
async function recordUndone(
  tx: Tx,
  merge: MergeRow,
  [survivor, ...restored]: Named[],
  changes: Changes,
): Promise<void> {
  if (!survivor) return;
  const named = ({ id, displayName }: Named) => ({ id: encodeId('creator', id), displayName });
  await recordEvents(
    tx,
    creatorMergeUndone,
    [survivor, ...restored].map(({ id }) => ({
      subjectId: id,
      creatorId: id,
      payload: {
        mergeId: encodeId('merge', merge.id),
        survivor: named(survivor),
        restored: restored.map(named),
        changes: id === survivor.id ? changes : {},
      },
    })),
  );
}

import { handleAdded } from '@/features/creators/events';
import { refuseDuplicates } from '@/features/creators/commands/create-creator';
import { insertHandles } from '@/features/creators/commands/insert-children';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { setPrimaryHandle } from '@/features/creators/commands/set-primary-handle';
import { findPossibleDuplicates } from '@/features/creators/queries/find-possible-duplicates';
import type { AddHandleInput } from '@/features/creators/schemas/handle-commands';
import type { HandleInput } from '@/features/creators/schemas/handle';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Gives a creator one more account and records `handle.added`. One it has already is answered as it is.
 * Answers the handle's id. @throws AppError not_found, conflict `possible_duplicate` (another creator has it)
 */
export async function addHandle(tx: Tx, { creatorId, handle, allowDuplicate }: AddHandleInput): Promise<string> {
  await lockCreatorIdentity(tx);
  const creator = await lockCreator(tx, creatorId);
  const own = await findOwnHandle(tx, creator.id, handle);
  if (own) return own.id;
  if (!allowDuplicate) {
    const others = await findPossibleDuplicates(tx, { handles: [handle] });
    refuseDuplicates(others.filter((other) => other.id !== creator.id));
  }
  const [id = ''] = await insertHandles(tx, creator.id, [{ ...handle, isPrimary: false }]);
  await tx.execute(sql`update handle set is_primary = not exists (
      select from handle o join creator c on c.id = o.creator_id
      where c.root_id = ${creator.id}::uuid and o.is_primary and o.archived_at is null and o.id <> ${id}::uuid)
    where id = ${id}::uuid`);
  await refreshCreatorNumbers(tx, [creator.id]);
  await recordEvent(tx, handleAdded, {
    subjectId: id,
    creatorId: creator.id,
    payload: { platform: handle.platform, name: handle.name },
  });
  if (handle.isPrimary) await setPrimaryHandle(tx, { id });
  return id;
}

async function findOwnHandle(tx: Tx, rootId: string, handle: HandleInput): Promise<{ id: string } | undefined> {
  const [own] = await tx.rows<{ id: string }>(sql`
    select h.id from handle h join creator c on c.id = h.creator_id
    where c.root_id = ${rootId}::uuid and h.platform = ${handle.platform}
      and h.normalized_name = ${handle.normalized} and h.archived_at is null limit 1`);
  return own;
}

import { handleMadePrimary } from '@/features/creators/events';
import { lockHandle } from '@/features/creators/commands/lock-handle';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Makes a handle the one its creator is shown by. @throws AppError not_found */
export async function setPrimaryHandle(tx: Tx, { id }: { id: string }): Promise<void> {
  const handle = await lockHandle(tx, id);
  if (handle.archivedAt) throw new AppError('not_found');
  const changed = await tx.execute(sql`
    update handle h set is_primary = (h.id = ${id}::uuid)
    from creator c where c.id = h.creator_id and c.root_id = ${handle.rootId}::uuid
      and h.is_primary <> (h.id = ${id}::uuid)`);
  if (changed === 0) return;
  await refreshCreatorNumbers(tx, [handle.rootId]);
  const { platform, name } = handle;
  await recordEvent(tx, handleMadePrimary, { subjectId: id, creatorId: handle.rootId, payload: { platform, name } });
}

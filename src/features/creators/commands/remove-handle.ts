import { handleRemoved } from '@/features/creators/events';
import { lockHandle } from '@/features/creators/commands/lock-handle';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/** Takes an account off its creator; its names and numbers are kept. Again changes nothing. @throws AppError not_found */
export async function removeHandle(tx: Tx, { id }: { id: string }): Promise<void> {
  const handle = await lockHandle(tx, id);
  if (handle.archivedAt) return;
  await tx.db.handle.updateMany({ where: { id }, data: { archivedAt: tx.ctx.now, isPrimary: false } });
  await refreshCreatorNumbers(tx, [handle.rootId]);
  const { platform, name } = handle;
  await recordEvent(tx, handleRemoved, { subjectId: id, creatorId: handle.rootId, payload: { platform, name } });
}

import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importStarted } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Hands a mapped import to the worker, tried before or not. Starting one that runs is success.
 * @throws AppError not_found, invalid_state
 */
export async function startImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state === 'running') return;
  const tried = current.state === 'mapped' ? await moveImport(tx, current, { to: 'dry_run' }) : current;
  await moveImport(tx, tried, { to: 'running', set: sql`started_at = ${tx.ctx.now}` });
  await recordEvent(tx, importStarted, { subjectId: id, payload: { fileName: current.fileName } });
}

import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importCancelled } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Ends an import for good after the batch under way. What was imported stays, and can be undone; rows that were not
 * reached are not counted. Repeating it is success. @throws AppError not_found, invalid_state
 */
export async function cancelImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state === 'cancelled') return;
  const running = current.state === 'paused' ? await moveImport(tx, current, { to: 'running' }) : current;
  await moveImport(tx, running, { to: 'cancelled', set: sql`finished_at = ${tx.ctx.now}` });
  await recordEvent(tx, importCancelled, { subjectId: id, payload: { fileName: current.fileName } });
}

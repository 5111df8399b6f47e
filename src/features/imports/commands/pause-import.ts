import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importPaused } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Holds a running import after the batch under way. Repeating it is success.
 * @throws AppError not_found, invalid_state
 */
export async function pauseImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state === 'paused') return;
  await moveImport(tx, current, { to: 'paused' });
  await recordEvent(tx, importPaused, { subjectId: id, payload: { fileName: current.fileName } });
}

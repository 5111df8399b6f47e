import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importResumed } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Lets a paused or failed import go on where it stopped. One that runs is left running.
 * @throws AppError not_found, invalid_state
 */
export async function resumeImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state === 'running') return;
  if (current.undo) throw new AppError('invalid_state', { message: 'This import is being undone.' });
  if (current.state === 'dry_run') {
    throw new AppError('invalid_state', { message: 'This import has not been started yet.' });
  }
  await moveImport(tx, current, { to: 'running', set: sql`failure = null, finished_at = null` });
  await recordEvent(tx, importResumed, { subjectId: id, payload: { fileName: current.fileName } });
}

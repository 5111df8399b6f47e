import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importDryRunAsked } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Lets the worker count what the import would do, changing nothing. Repeating it is success.
 * @throws AppError not_found, invalid_state
 */
export async function dryRunImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state === 'dry_run') return;
  const { fileName, version } = await moveImport(tx, current, { to: 'dry_run' });
  await recordEvent(tx, importDryRunAsked, { subjectId: id, payload: { fileName, version } });
}

import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importFailed } from '@/features/imports/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/** Says that the worker gave a running import up; a person may resume or undo it. */
export async function failImport(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state !== 'running') return;
  const failure = reason.slice(0, 1000);
  await moveImport(tx, current, { to: 'failed', set: sql`failure = ${failure}, finished_at = ${tx.ctx.now}` });
  await recordEvent(tx, importFailed, { subjectId: id, payload: { fileName: current.fileName, reason: failure } });
}

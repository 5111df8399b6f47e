import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport } from '@/features/imports/commands/move-import';
import { importCompleted } from '@/features/imports/events';
import { noCounts } from '@/features/imports/model/batch-draft';
import { countOutcomes } from '@/features/imports/queries/count-outcomes';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/** Ends a running import whose last row is in; one that was stopped in the meantime stays as it is. */
export async function completeImport(tx: Tx, { id }: { id: string }): Promise<void> {
  const current = await lockImport(tx, id);
  if (current.state !== 'running') return;
  await moveImport(tx, current, {
    to: 'completed',
    set: sql`finished_at = ${tx.ctx.now}, rows_total = ${current.rowsDone}`,
  });
  const { rows: _rows, ...counts } = (await countOutcomes(tx, [id])).get(id) ?? { rows: 0, ...noCounts() };
  await recordEvent(tx, importCompleted, { subjectId: id, payload: { fileName: current.fileName, ...counts } });
}

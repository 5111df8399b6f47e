import { refreshStatistics } from '@/features/imports/commands/refresh-statistics';
import { undoBatch } from '@/features/imports/commands/undo-batch';
import { importUndoAsked } from '@/features/imports/events';
import { findCreatedBy } from '@/features/imports/queries/find-created-by';
import { inWorkspace } from '@/platform/db/in-workspace';
import { defineLongSubscriber } from '@/platform/events/define-subscriber';

/** Takes an import back in batches, from its last row to its first; each moves the checkpoint with what it undid. */
export const undoImportRows = defineLongSubscriber({
  name: 'imports.undo-import',
  on: [importUndoAsked],
  retry: { maxAttempts: 6, firstMs: 1_000, maxMs: 30_000 },
  run: async (ctx, { event }, { signal, renew }) => {
    const importId = event.subjectId;
    const createdHere = await inWorkspace(ctx, (tx) => findCreatedBy(tx, importId));
    await refreshStatistics(ctx);
    for (let more = true; more;) {
      signal.throwIfAborted();
      more = await inWorkspace(ctx, async (tx) => {
        await renew(tx);
        return undoBatch(tx, { importId, createdHere });
      });
    }
  },
});

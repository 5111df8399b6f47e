import { defineEvent } from '@/platform/events/define-event';

interface Named {
  fileName: string;
}
/** How many rows came to what. */
interface Ended extends Named {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  rejected: number;
}

export const importUploaded = defineEvent<Named & { rows: number }>('import.uploaded', 'import');
export const importMapped = defineEvent<Named>('import.mapped', 'import');
/** Asks the worker to count what the import would do. */
export const importDryRunAsked = defineEvent<Named & { version: number }>('import.dry_run_asked', 'import');
export const importStarted = defineEvent<Named>('import.started', 'import');
export const importPaused = defineEvent<Named>('import.paused', 'import');
export const importResumed = defineEvent<Named>('import.resumed', 'import');
export const importCancelled = defineEvent<Named>('import.cancelled', 'import');
export const importCompleted = defineEvent<Ended>('import.completed', 'import');
export const importFailed = defineEvent<Named & { reason: string }>('import.failed', 'import');
/** Asks the worker to take back what the import did. */
export const importUndoAsked = defineEvent<Named>('import.undo_asked', 'import');
export const importUndone = defineEvent<Named & { deleted: number; restored: number; kept: number }>(
  'import.undone',
  'import',
);
/** A creator that an import had made is gone again with it. */
export const creatorImportUndone = defineEvent<{ displayName: string }>('creator.import_undone', 'creator');

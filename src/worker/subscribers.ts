import { writeExport } from '@/features/creators/subscribers/write-export';
import { dryRunImportFile } from '@/features/imports/subscribers/dry-run-import';
import { runImport } from '@/features/imports/subscribers/run-import';
import { undoImportRows } from '@/features/imports/subscribers/undo-import';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import type { Subscriber } from '@/platform/events/define-subscriber';

/** Everything that follows from an event. A subscriber that is not in this list never runs; a test finds it. */
export const subscribers: readonly Subscriber[] = [
  sendMessage,
  dryRunImportFile,
  runImport,
  undoImportRows,
  writeExport,
];

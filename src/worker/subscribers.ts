import { askMentionedInNotes } from '@/features/creators/subscribers/ask-mentioned-in-notes';
import { writeExport } from '@/features/creators/subscribers/write-export';
import { dryRunImportFile } from '@/features/imports/subscribers/dry-run-import';
import { runImport } from '@/features/imports/subscribers/run-import';
import { undoImportRows } from '@/features/imports/subscribers/undo-import';
import { askMentionedInThreads } from '@/features/threads/subscribers/ask-mentioned-in-threads';
import { askAboutUnsent } from '@/features/threads/subscribers/ask-about-unsent';
import { fileSentMessage } from '@/features/threads/subscribers/file-sent-message';
import { postToSlack } from '@/features/notifications/subscribers/post-to-slack';
import { pushToBrowsers } from '@/features/notifications/subscribers/push-to-browsers';
import { raiseNotifications } from '@/features/notifications/subscribers/raise-notifications';
import { sendNotificationMail } from '@/features/notifications/subscribers/send-mail';
import { readAttachments } from '@/features/threads/subscribers/read-attachments';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import { settleUnsentTasks } from '@/features/threads/subscribers/settle-unsent-tasks';
import type { Subscriber } from '@/platform/events/define-subscriber';

/** Everything that follows from an event. A subscriber that is not in this list never runs; a test finds it. */
export const subscribers: readonly Subscriber[] = [
  sendMessage,
  fileSentMessage,
  askAboutUnsent,
  settleUnsentTasks,
  askMentionedInNotes,
  askMentionedInThreads,
  readAttachments,
  dryRunImportFile,
  runImport,
  undoImportRows,
  writeExport,
  raiseNotifications,
  sendNotificationMail,
  postToSlack,
  pushToBrowsers,
];

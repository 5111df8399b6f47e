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

/**
 * Everything the worker does, by what people call it: whose effect stands still is shown to an admin in these words.
 * A test holds it to the worker's own list.
 */
export const subscriberTitles: readonly { subscriber: Subscriber; title: string }[] = [
  { subscriber: sendMessage, title: 'Send a mail' },
  { subscriber: fileSentMessage, title: 'Put a sent mail into the Sent folder' },
  { subscriber: askAboutUnsent, title: 'Ask about a mail that was not sent' },
  { subscriber: settleUnsentTasks, title: 'Tick what was asked about a mail' },
  { subscriber: askMentionedInNotes, title: 'Ask who was mentioned in a note' },
  { subscriber: askMentionedInThreads, title: 'Ask who was mentioned in a conversation' },
  { subscriber: readAttachments, title: 'Read attachments for the search' },
  { subscriber: dryRunImportFile, title: 'Try an import' },
  { subscriber: runImport, title: 'Import a list' },
  { subscriber: undoImportRows, title: 'Take an import back' },
  { subscriber: writeExport, title: 'Write an export' },
  { subscriber: raiseNotifications, title: 'Tell people of it' },
  { subscriber: sendNotificationMail, title: 'Mail a notification' },
  { subscriber: postToSlack, title: 'Post to Slack' },
  { subscriber: pushToBrowsers, title: 'Show a notification in a browser' },
];

import { defineEvent } from '@/platform/events/define-event';

interface Named {
  subject: string;
}

export const mailboxCreated = defineEvent<{ address: string; displayName: string }>('mailbox.created', 'mailbox');

interface OfMailbox {
  address: string;
}
export const mailboxConnected = defineEvent<OfMailbox & { imap: string; smtp: string; historyFrom: string | null }>(
  'mailbox.connected',
  'mailbox',
);
/** `changed` names the fields, never what a secret was. */
export const mailboxUpdated = defineEvent<OfMailbox & { changed: string[] }>('mailbox.updated', 'mailbox');
export const mailboxPaused = defineEvent<OfMailbox>('mailbox.paused', 'mailbox');
export const mailboxResumed = defineEvent<OfMailbox>('mailbox.resumed', 'mailbox');
export const mailboxDisconnected = defineEvent<OfMailbox>('mailbox.disconnected', 'mailbox');
export const mailboxArchived = defineEvent<OfMailbox>('mailbox.archived', 'mailbox');
/** It stands still until a person does something about it. */
export const mailboxFailed = defineEvent<OfMailbox & { problem: string }>('mailbox.failed', 'mailbox');
/** All that was there when it was connected is in. */
export const mailboxImported = defineEvent<OfMailbox & { messages: number }>('mailbox.imported', 'mailbox');
/** A message was left where it lies. */
export const mailboxMailSkipped = defineEvent<
  OfMailbox & { folder: string; uid: number; size: number; reason: 'too_large' | 'unreadable' }
>('mailbox.mail_skipped', 'mailbox');

export const messageQueued = defineEvent<Named & { to: string[]; cc: string[]; attachments: string[] }>(
  'message.queued',
  'message',
);
/** `rejected` holds the addresses the server would not take while it took the others. */
export const messageSent = defineEvent<Named & { rejected: string[] }>('message.sent', 'message');
export const messageFailed = defineEvent<Named & { reason: string }>('message.failed', 'message');
/** It may have arrived and may not have: a person decides. */
export const messageUnknown = defineEvent<Named & { reason: string }>('message.unknown', 'message');
/** By a person before it was sent, or by the worker because the creator may no longer be written to. */
export const messageCancelled = defineEvent<Named & { reason: string | null }>('message.cancelled', 'message');
export const messageRetried = defineEvent<Named>('message.retried', 'message');
export const messageResolved = defineEvent<Named & { decision: 'sent' | 'not_sent_retry' | 'not_sent_give_up' }>(
  'message.resolved',
  'message',
);

/** It came in. `kind` is what it is; `threadId` (outside) names the conversation. */
export const messageReceived = defineEvent<
  Named & { threadId: string; kind: string; from: string; attachments: string[] }
>('message.received', 'message');
/** Mail from before its mailbox was connected, or sent by another program: in the archive now, of no news to anybody. */
export const messageArchived = defineEvent<Named & { threadId: string; kind: string }>('message.archived', 'message');
/** An address it went to does not exist any more, or never did. */
export const messageBounced = defineEvent<Named & { addresses: string[]; reason: string }>(
  'message.bounced',
  'message',
);

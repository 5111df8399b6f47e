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
interface Person {
  /** mem_… */
  id: string;
  name: string;
}

/** Also when it is nobody's any more. */
export const threadAssigned = defineEvent<
  Named & { changes: { assignee: { from: Person | null; to: Person | null } } }
>('thread.assigned', 'thread');
/** `until` is null when it sleeps until they write again. */
export const threadSnoozed = defineEvent<Named & { until: string | null }>('thread.snoozed', 'thread');
/** Its time has come: by the clock, not by a person. */
export const threadWoken = defineEvent<Named>('thread.woken', 'thread');
export const threadDone = defineEvent<Named>('thread.done', 'thread');
export const threadReopened = defineEvent<Named & { from: string }>('thread.reopened', 'thread');
/** Priority and tags. */
export const threadUpdated = defineEvent<Named & { changes: Record<string, { from: unknown; to: unknown }> }>(
  'thread.updated',
  'thread',
);
/** An internal note; `mentions` are mem_… ids. */
export const threadNoted = defineEvent<Named & { messageId: string; excerpt: string; mentions: string[] }>(
  'thread.noted',
  'thread',
);
export const threadFollowed = defineEvent<Named & { follows: boolean }>('thread.followed', 'thread');
/** A person said that it is about this creator, or that it is not. */
export const threadAttributed = defineEvent<Named & { decision: 'confirmed' | 'refused' }>(
  'thread.attributed',
  'thread',
);
/** Nobody wants to hear of this sender, or wants to again. */
export const threadSenderIgnored = defineEvent<Named & { address: string; ignored: boolean }>(
  'thread.sender_ignored',
  'thread',
);

/** A direct message or a call, written down by hand. */
export const messageLogged = defineEvent<
  Named & { threadId: string; channel: string; direction: 'incoming' | 'outgoing'; excerpt: string }
>('message.logged', 'message');
/** It leaves at `sendAt`, unless it is taken back before. */
export const messageScheduled = defineEvent<
  Named & { to: string[]; cc: string[]; attachments: string[]; sendAt: string }
>('message.scheduled', 'message');
/** Before it left; it is a draft again. */
export const messageTakenBack = defineEvent<Named>('message.taken_back', 'message');
export const messageDrafted = defineEvent<Named & { threadId: string; mentions: string[] }>(
  'message.drafted',
  'message',
);
export const messageDiscarded = defineEvent<Named>('message.discarded', 'message');

interface TemplateNamed {
  name: string;
  kind: string;
}
export const templateCreated = defineEvent<TemplateNamed>('template.created', 'template');
export const templateUpdated = defineEvent<TemplateNamed>('template.updated', 'template');
export const templateArchived = defineEvent<TemplateNamed>('template.archived', 'template');
export const inboxViewSaved = defineEvent<{ name: string; shared: boolean }>('inbox_view.saved', 'inboxView');
export const inboxViewArchived = defineEvent<{ name: string }>('inbox_view.archived', 'inboxView');

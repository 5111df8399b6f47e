import { defineEvent } from '@/platform/events/define-event';

interface Named {
  subject: string;
}

export const mailboxCreated = defineEvent<{ address: string; displayName: string }>('mailbox.created', 'mailbox');

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

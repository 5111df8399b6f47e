/** Every move a message may make; `''` is the state a row begins in. The database refuses any other. */
export const messageTransitions = {
  '': ['draft', 'queued', 'received', 'noted', 'sent'],
  draft: ['queued', 'cancelled'],
  queued: ['sending', 'draft', 'cancelled'],
  sending: ['sent', 'queued', 'failed', 'unknown'],
  unknown: ['sent', 'queued', 'failed'],
  failed: ['queued'],
  sent: ['bounced'],
  bounced: [],
  cancelled: [],
  received: [],
  noted: [],
} as const satisfies Record<string, readonly string[]>;

export type MessageState = Exclude<keyof typeof messageTransitions, ''>;
export const messageStates = Object.keys(messageTransitions).filter(Boolean) as MessageState[];

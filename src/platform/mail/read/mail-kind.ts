/** What the report of a delivery says of one recipient. */
export interface ReportedRecipient {
  /** Final-Recipient: where delivery ended, behind every forwarding. */
  address: string;
  /** Original-Recipient where it differs: the address the message was sent to. */
  originalAddress: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** The address is dead and has to be written to no more. null where nothing failed. */
  hard: boolean | null;
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  status: string | null;
  /** SMTP reply code, such as 550. */
  replyCode: string | null;
  /** What the refusing server said, in one line of at most 1,000 characters. */
  diagnostic: string;
  reason: FailureReason | null;
}

export type FailureReason =
  | 'unknown_address'
  | 'unknown_domain'
  | 'moved'
  | 'refuses_mail'
  | 'mailbox_full'
  | 'disabled'
  | 'filtered'
  | 'sender_rejected'
  | 'authentication'
  | 'relaying'
  | 'blocked'
  | 'spam'
  | 'virus'
  | 'policy'
  | 'too_large'
  | 'too_many'
  | 'expired'
  | 'network'
  | 'system'
  | 'other';

/** The message a report is about, as far as the report quotes it. */
export interface OriginalMail {
  messageId: string | null;
  subject: string | null;
  from: string | null;
  to: string[];
}

export type MailKind =
  | { kind: 'human' }
  /** returnOn is YYYY-MM-DD, the day somebody who is away is back. */
  | { kind: 'auto_reply'; outOfOffice: boolean; returnOn: string | null }
  | { kind: 'bounce' | 'delivery_report'; recipients: ReportedRecipient[]; original: OriginalMail | null }
  | { kind: 'complaint'; feedbackType: string; recipients: string[]; original: OriginalMail | null }
  | { kind: 'unsubscribe' }
  | { kind: 'calendar'; method: CalendarMethod; response: CalendarResponse | null; uid: string | null }
  | { kind: 'list' };

export type CalendarMethod = 'request' | 'reply' | 'cancel' | 'counter' | 'refresh' | 'add' | 'declinecounter';
export type CalendarResponse = 'accepted' | 'declined' | 'tentative' | 'delegated';

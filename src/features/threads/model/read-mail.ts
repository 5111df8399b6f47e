export const messageKinds = [
  'message',
  'reply',
  'auto_reply',
  'bounce',
  'delivery_report',
  'complaint',
  'unsubscribe',
  'calendar',
  'list',
  'note',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What kinds a person wrote: they wait for an answer, reopen what was done and count as a reply. */
export function isHuman(kind: MessageKind): boolean {
  return kind === 'message' || kind === 'reply';
}

export interface ReadFile {
  hash: string;
  size: number;
  name: string;
  contentType: string;
  contentId: string | null;
  inline: boolean;
}

/** What a report says of one address of the message it is about. */
export interface ReportedDelivery {
  address: string;
  failed: boolean;
  hard: boolean;
  response: string;
}

/** Whom a mail names, and the report it is. */
export type MailPeople = Pick<ReadMail, 'from' | 'replyTo' | 'to' | 'cc' | 'about'>;

/** A mail as it was understood and stored, before it is known to whom it belongs. Addresses are normalised. */
export interface ReadMail {
  /** With angle brackets; made from the content where the mail has none. */
  rfcMessageId: string;
  /** SHA-256 of the text without its white space, hex. */
  bodyHash: string;
  references: string[];
  from: { name: string; address: string };
  replyTo: string[];
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  /** Where the copy really went, as its headers say. */
  deliveredTo: string[];
  subject: string;
  normalizedSubject: string;
  /** The sender calls it an answer: by its headers or by its subject. */
  answers: boolean;
  html: string;
  text: string;
  visibleText: string;
  kind: Exclude<MessageKind, 'reply' | 'note'>;
  /** Details of the kind, as they are kept with the message. */
  facts: object | null;
  /** Of a report: the Message-ID of what it is about, and what became of whom. */
  about: { rfcMessageId: string; deliveries: ReportedDelivery[] } | null;
  raw: { hash: string; size: number };
  files: ReadFile[];
  /** When it came into the mailbox. */
  receivedAt: Date;
  /** It lies among what the mailbox sent. */
  sentFolder: boolean;
  folder?: { folderId: string; uidValidity: number; uid: number } | undefined;
}

/** One mailbox of an address header; of a group, its members. */
export interface MailAddress {
  /** Display name with encoded words decoded, '' when there is none. */
  name: string;
  /** As written, the domain not yet normalised. Never empty. */
  address: string;
}

export interface MailAttachment {
  /** As claimed, without control characters; made up (`message.eml`, `part-2.bin`) where the part names none. */
  name: string;
  /** As claimed by the sender, lower case: what it is has to be found out from the content. */
  contentType: string;
  /** Bytes after decoding the transfer encoding. */
  size: number;
  content: Buffer;
  /** Without angle brackets, to match `cid:` addresses in the HTML. */
  contentId: string | null;
  /** Meant to be shown inside the text, such as a logo of the signature. */
  inline: boolean;
}

/** A message inside another: what bounced, what was complained about. */
export interface EmbeddedMail {
  headers: MailHeaders;
  text: string;
}

/** The machine-readable parts of reports (RFC 3462, 3464, 5965). */
export interface MailReports {
  /** Each message/delivery-status part (message/global-delivery-status, message/disposition-notification too). */
  deliveryStatus: string[];
  /** The message/feedback-report part of a complaint. */
  feedback: string | null;
  /** First embedded message, whole or its headers only. */
  original: EmbeddedMail | null;
}

/** Lower-case name to the values in their order, unfolded and decoded. */
export type MailHeaders = ReadonlyMap<string, string[]>;

/** A raw e-mail as the product reads it. No text in it holds NUL or lone surrogates; line ends are \n. */
export interface ParsedMail {
  headers: MailHeaders;
  /** With angle brackets. */
  messageId: string | null;
  inReplyTo: string[];
  /** Oldest first, without repetitions, at most 200: the first and the newest of a longer list. */
  references: string[];
  from: MailAddress[];
  sender: MailAddress[];
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  /** Addresses of Delivered-To, X-Original-To, Envelope-To and the like: where the copy really went. */
  deliveredTo: string[];
  /** '' for the empty path `<>` of bounces and automatic answers. */
  returnPath: string | null;
  subject: string;
  date: Date | null;
  /** Made from the HTML where the message has no plain text. */
  text: string;
  html: string | null;
  attachments: MailAttachment[];
  reports: MailReports;
  /** First text/calendar part. */
  calendar: string | null;
  /** Not to be read as MIME: `text` is what could be made out, the raw message is the truth. */
  damaged: boolean;
}

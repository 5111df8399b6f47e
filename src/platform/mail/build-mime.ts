import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';

export interface MailAddress {
  name: string | null;
  address: string;
}

export interface OutgoingMail {
  /** With angle brackets. */
  messageId: string;
  date: Date;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  html: string;
  text: string;
  /** Message-IDs of the conversation so far, oldest first; empty when it begins here. */
  references: string[];
  /** Headers of our own. */
  headers: Record<string, string>;
  attachments: { name: string; contentType: string; content: Buffer }[];
}

/**
 * The message as it goes over the wire: multipart/alternative of text and HTML, with attachments around it. The same
 * mail gives the same bytes each time, so that a repeated hand-over is the same message.
 * @throws Error when a field that goes into a header holds a line end or another control character
 */
export async function buildMime(mail: OutgoingMail): Promise<Buffer> {
  assertNoControls(mail);
  const composer = new MailComposer({
    messageId: mail.messageId,
    date: mail.date,
    from: toMailbox(mail.from),
    replyTo: toMailbox(mail.from),
    to: mail.to.map(toMailbox),
    cc: mail.cc.map(toMailbox),
    subject: toHeaderText(mail.subject),
    html: mail.html,
    text: mail.text,
    headers: mail.headers,
    ...(mail.references.length > 0 && { inReplyTo: mail.references.at(-1), references: mail.references }),
    attachments: mail.attachments.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** nodemailer encodes what is not ASCII; words that cannot be folded, or that look encoded, need it as well. */
function toHeaderText(text: string): string {
  return /\S{70}|=\?/.test(text) ? encodeWord(text, 'B', 52) : text;
}

function toMailbox({ name, address }: MailAddress): { name: string; address: string } {
  return { name: name ?? '', address };
}

/** What people type is checked where it comes in; this is the last gate, for every way in there will ever be. */
function assertNoControls(mail: OutgoingMail): void {
  const people = [mail.from, ...mail.to, ...mail.cc];
  const fields = [
    mail.messageId,
    mail.subject,
    ...people.flatMap(({ name, address }) => [name ?? '', address]),
    ...mail.references,
    ...Object.entries(mail.headers).flat(),
    ...mail.attachments.flatMap(({ name, contentType }) => [name, contentType]),
  ];
  const wrong = fields.find((field) => /[\p{Cc}\u2028\u2029]/u.test(field));
  if (wrong !== undefined) throw new Error(`A header field holds a control character: ${JSON.stringify(wrong)}`);
}

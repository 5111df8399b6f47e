import { randomUUID } from 'node:crypto';
import type { ParsedMail } from 'mailparser';
import { buildMime } from '@/platform/mail/build-mime';
import type { StoredMail } from './mail-store';

export const answerKinds = ['reply', 'away', 'bounce'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface Answered {
  kind: AnswerKind;
  /** Whose mailbox it arrived in. */
  as: string;
  /** The words of a reply. */
  text: string;
}

/** What comes back to a mail: as the recipient's program, their out-of-office note or their mail server would write it. */
export function writeAnswer(mail: ParsedMail, stored: StoredMail, answered: Answered): Promise<Buffer> | Buffer {
  if (answered.kind === 'bounce') return writeBounce(mail, stored, answered.as);
  return answered.kind === 'away' ? writeAway(mail, stored, answered) : writeReply(mail, stored, answered);
}

function writeReply(mail: ParsedMail, stored: StoredMail, answered: Answered): Promise<Buffer> {
  const quoted = (mail.text ?? '').trimEnd().replace(/^/gm, '> ');
  const when = new Date(stored.receivedAt).toUTCString();
  const text = `${answered.text.trim()}\n\nOn ${when}, ${stored.from} wrote:\n${quoted}\n`;
  const subject = mail.subject ?? '';
  return compose(mail, stored, {
    answered,
    text,
    subject: subject.startsWith('Re:') ? subject : `Re: ${subject}`,
    headers: {},
  });
}

function writeAway(mail: ParsedMail, stored: StoredMail, answered: Answered): Promise<Buffer> {
  const back = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(Date.now() + 6 * 24 * 60 * 60_000);
  return compose(mail, stored, {
    answered,
    text: `Thank you for your message. I am out of office and will be back on ${back}.`,
    subject: `Out of office: ${mail.subject ?? ''}`,
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  });
}

interface Words {
  answered: Answered;
  subject: string;
  text: string;
  headers: Record<string, string>;
}

function compose(mail: ParsedMail, stored: StoredMail, { answered: { as }, subject, text, headers }: Words) {
  return buildMime({
    messageId: `<${randomUUID()}@${domainOf(as)}>`,
    date: new Date(),
    from: { name: nameOf(mail, as), address: as },
    to: [{ name: null, address: mail.replyTo?.value[0]?.address ?? stored.envelopeFrom }],
    cc: [],
    subject,
    text,
    html: `<div>${escape(text).replace(/\n/g, '<br>')}</div>`,
    references: [...[mail.references ?? []].flat(), ...(mail.messageId ? [mail.messageId] : [])],
    headers,
    attachments: [],
  });
}

/** A delivery status notification of RFC 3464. */
function writeBounce(mail: ParsedMail, stored: StoredMail, address: string): Buffer {
  const boundary = randomUUID();
  const part = (type: string, lines: string[]) => [`--${boundary}`, `Content-Type: ${type}`, '', ...lines, ''];
  const status = '550 5.1.1 The email account that you tried to reach does not exist';
  return Buffer.from(
    [
      `From: Mail Delivery Subsystem <mailer-daemon@${domainOf(address)}>`,
      `To: ${stored.envelopeFrom}`,
      'Subject: Delivery Status Notification (Failure)',
      `Message-ID: <${randomUUID()}@${domainOf(address)}>`,
      `Date: ${new Date().toUTCString()}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      ...part('text/plain; charset=utf-8', [`Your message to ${address} was not delivered.`, status]),
      ...part('message/delivery-status', [
        `Reporting-MTA: dns; mx.${domainOf(address)}`,
        '',
        `Final-Recipient: rfc822; ${address}`,
        'Action: failed',
        'Status: 5.1.1',
        `Diagnostic-Code: smtp; ${status}`,
      ]),
      ...part('text/rfc822-headers', [
        `Message-ID: ${mail.messageId ?? ''}`,
        `Subject: ${(mail.subject ?? '').replace(/[^\x20-\x7e]/g, '?')}`,
      ]),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}

function nameOf(mail: ParsedMail, address: string): string | null {
  const people = [mail.to ?? [], mail.cc ?? []].flat().flatMap(({ value }) => value);
  return people.find((one) => one.address?.toLowerCase() === address.toLowerCase())?.name || null;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

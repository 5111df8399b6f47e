import {
  answerHeaders,
  answerWords,
  automaticSubject,
  awaySubject,
  awayWords,
  machineHeaders,
} from './auto-reply.data';
import type { MailKind } from './mail-kind';
import type { MailHeaders, ParsedMail } from './parsed-mail';
import { readReturnDate } from './read-return-date';
import { splitQuoted } from './split-quoted';

type AutoReply = Extract<MailKind, { kind: 'auto_reply' }>;

const mostChars = 3_000;

/** An answer no person wrote (RFC 3834 and what programs did before it), and when somebody away will be back. */
export function tellAutoReply(mail: ParsedMail): AutoReply | undefined {
  if (!isAutomatic(mail)) return undefined;
  const { visible } = splitQuoted({ text: mail.text.slice(0, 50_000), html: null });
  const words = `${mail.subject}\n\n${visible.slice(0, mostChars)}`;
  const outOfOffice = awayWords.test(words);
  const reference = mail.date?.toISOString().slice(0, 10) ?? null;
  return { kind: 'auto_reply', outOfOffice, returnOn: outOfOffice ? readReturnDate(words, reference) : null };
}

function isAutomatic({ headers, subject, text }: ParsedMail): boolean {
  if (has(headers, answerHeaders) || isReceipt(headers)) return true;
  if (has(headers, personHeaders)) return false;
  if (has(headers, machineHeaders) && answerWords.test(subject)) return true;
  // A person who answers an automatic answer has `Re:` before its subject.
  if (automaticSubject.test(subject)) return true;
  return awaySubject.test(subject) && awayWords.test(text.slice(0, mostChars));
}

/** "Your message was displayed" (RFC 8098). */
function isReceipt(headers: MailHeaders): boolean {
  return /report-type\s*=\s*"?disposition-notification/i.test(headers.get('content-type')?.[0] ?? '');
}

/** Not an answer, whatever the subject says. */
const personHeaders = [
  { name: 'auto-submitted', value: /^\s*no\b/i },
  { name: 'list-id', value: /./ },
  { name: 'list-unsubscribe', value: /./ },
];

function has(headers: MailHeaders, marks: { name: string; value: RegExp }[]): boolean {
  return marks.some(({ name, value }) => headers.get(name)?.some((one) => value.test(one)) ?? false);
}

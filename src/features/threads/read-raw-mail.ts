import { createHash } from 'node:crypto';
import { hashBody } from '@/features/threads/model/hash-body';
import type { MailPeople, ReadFile, ReadMail, ReportedDelivery } from '@/features/threads/model/read-mail';
import { subjectKey } from '@/features/threads/subject-key';
import type { Context } from '@/platform/auth/context';
import type { MailKind } from '@/platform/mail/read/mail-kind';
import { isAnswerSubject } from '@/platform/mail/read/normalize-subject';
import type { MailAddress, ParsedMail } from '@/platform/mail/read/parsed-mail';
import { parseMail } from '@/platform/mail/read/parse-mail';
import { splitQuoted } from '@/platform/mail/read/split-quoted';
import { tellKind } from '@/platform/mail/read/tell-kind';
import { putFile } from '@/platform/storage/put-file';
import { normalizeEmail } from '@/shared/identity/normalize-email';

export interface RawMail {
  raw: Buffer;
  receivedAt: Date;
  sentFolder?: boolean;
  folder?: { folderId: string; uidValidity: number; uid: number };
}

/** Larger ones are not taken: they would fill a worker's memory. */
export const mostMailBytes = 60 * 1024 * 1024;

const mostText = 1_000_000;
const mostHtml = 2_000_000;
const mostAddresses = 500;

/**
 * Keeps a mail as it came, and its attachments, in the storage and reads what it says. Never inside a transaction.
 * A body too large for the database is cut there: the mail as it came is whole.
 * @throws AppError limit_exceeded, reason file_too_large
 */
export async function readRawMail(ctx: Context, { raw, sentFolder = false, ...place }: RawMail): Promise<ReadMail> {
  const [stored, mail] = await Promise.all([putFile(ctx, [raw], mostMailBytes), parseMail(raw)]);
  const told = tellKind(mail);
  const files: ReadFile[] = [];
  for (const { content, ...file } of mail.attachments) {
    files.push({ ...file, ...(await putFile(ctx, [content], mostMailBytes)) });
  }
  const text = mail.text.slice(0, mostText);
  const html = mail.html ?? '';
  return {
    ...headersOf(mail, stored.hash),
    ...place,
    sentFolder,
    bodyHash: hashBody(mail.text === '' ? html : mail.text),
    text,
    html: html.length > mostHtml ? '' : html,
    visibleText: splitQuoted({ text, html: mail.html }).visible,
    kind: told.kind === 'human' ? 'message' : told.kind,
    facts: factsOf(told),
    about: aboutOf(told),
    raw: stored,
    files,
  };
}

/** Whom a mail names and what it reports of, without keeping anything of it. */
export async function readPeople({ raw }: RawMail): Promise<MailPeople> {
  const mail = await parseMail(raw);
  return { ...peopleOf(mail), about: aboutOf(tellKind(mail)) };
}

function peopleOf(mail: ParsedMail) {
  const [from = { name: '', address: '' }] = mail.from.length > 0 ? mail.from : mail.sender;
  return {
    from: normal(from),
    replyTo: mail.replyTo.map((one) => normal(one).address).filter((address) => address !== normal(from).address),
    to: mail.to.slice(0, mostAddresses).map(normal),
    cc: mail.cc.slice(0, mostAddresses).map(normal),
  };
}

function headersOf(mail: ParsedMail, hash: string) {
  const references = [...new Set([...mail.references, ...mail.inReplyTo])];
  const subject = mail.subject.slice(0, 1000);
  return {
    rfcMessageId:
      mail.messageId ?? `<${createHash('sha256').update(hash).digest('hex').slice(0, 32)}@without-id.invalid>`,
    references: references.filter((id) => id !== mail.messageId),
    ...peopleOf(mail),
    deliveredTo: mail.deliveredTo,
    subject,
    normalizedSubject: subjectKey(subject),
    answers: references.length > 0 || isAnswerSubject(subject),
  };
}

function normal({ name, address }: MailAddress): MailAddress {
  const read = normalizeEmail(address);
  return {
    name: name.slice(0, 500),
    address: read.ok ? read.normalized : address.toLowerCase().replace(/\s+/g, '').slice(0, 500),
  };
}

function factsOf(told: MailKind): object | null {
  const { kind, ...facts } = told;
  return kind === 'human' || Object.keys(facts).length === 0 ? null : facts;
}

function aboutOf(told: MailKind): ReadMail['about'] {
  const original = 'original' in told ? told.original : null;
  if (!original?.messageId) return null;
  const deliveries: ReportedDelivery[] =
    told.kind === 'bounce' || told.kind === 'delivery_report'
      ? told.recipients.flatMap(({ address, originalAddress, action, hard, diagnostic, status }) =>
          [address, ...(originalAddress ? [originalAddress] : [])].map((one) => ({
            address: one.toLowerCase(),
            failed: action === 'failed',
            hard: hard === true,
            response: diagnostic || (status ?? ''),
          })),
        )
      : [];
  return { rfcMessageId: original.messageId, deliveries };
}

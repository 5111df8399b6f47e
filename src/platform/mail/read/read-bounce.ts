import { delayPhrase, reporterAddress, reporterName, reportPhrase, reportSubject } from './bounce-text.data';
import { findAddresses, type NamedRecipient, readNamedRecipients, splitReport } from './bounce-text';
import { readDeliveryStatus, type StatusBlock } from './delivery-status';
import type { MailKind, OriginalMail, ReportedRecipient } from './mail-kind';
import { readMessageIds } from './message-ids';
import type { MailHeaders, ParsedMail } from './parsed-mail';
import { decodeHeaders, splitHeaders } from './read-headers';
import { type FailureText, tellFailure } from './tell-failure';

type DeliveryReport = Extract<MailKind, { kind: 'bounce' | 'delivery_report' }>;

const mostDiagnostic = 1_000;

/** The report of a mail server about a message: by RFC 3464, or in the words of one of the many systems without it. */
export function readBounce(mail: ParsedMail): DeliveryReport | undefined {
  const structured = readDeliveryStatus(mail.reports.deliveryStatus.join('\n\n'));
  if (structured.length === 0 && !looksLikeReport(mail)) return undefined;
  const { report, original: quoted } = splitReport(mail.text);
  const original = readOriginal(mail, quoted);
  const recipients = readRecipients({ mail, report, original }, structured);
  if (recipients.length === 0 && structured.length === 0 && !isCertain(mail)) return undefined;
  const failed =
    recipients.length === 0 || recipients.some(({ action }) => action === 'failed' || action === 'delayed');
  return { kind: failed ? 'bounce' : 'delivery_report', recipients, original };
}

interface Report {
  mail: ParsedMail;
  /** The words of the server, without the message it quotes. */
  report: string;
  original: OriginalMail | null;
}

function readRecipients(about: Report, structured: StatusBlock[]): ReportedRecipient[] {
  const blocks = structured.length > 0 ? structured : readDeliveryStatus(about.report);
  const recipients = blocks.length > 0 ? fromBlocks(blocks, about) : fromWords(about);
  return recipients.length > 0 ? recipients : fromOriginal(about);
}

function looksLikeReport(mail: ParsedMail): boolean {
  if (isCertain(mail)) return true;
  const bySubject = reportSubject.test(mail.subject.slice(0, 300));
  const byWords = reportPhrase.test(mail.text.slice(0, 3_000));
  if (isReporter(mail)) return bySubject || byWords;
  return bySubject && byWords && (mail.from.length === 0 || mail.returnPath === '');
}

function isCertain(mail: ParsedMail): boolean {
  const type = mail.headers.get('content-type')?.[0] ?? '';
  return mail.headers.has('x-failed-recipients') || /report-type\s*=\s*"?(?:global-)?delivery-status/i.test(type);
}

function isReporter(mail: ParsedMail): boolean {
  const raw = mail.headers.get('from')?.[0] ?? '';
  const named = mail.from.some(({ address, name }) => reporterAddress.test(address) || reporterName.test(name));
  return named || /mailer-daemon|postmaster/i.test(raw) || reporterAddress.test(mail.returnPath ?? '');
}

function fromBlocks(blocks: StatusBlock[], { mail, report }: Report): ReportedRecipient[] {
  const named = readNamedRecipients(report, new Set());
  const only = blocks.length === 1 ? report : '';
  // Where the fields name a path to a mailbox, the words name its address.
  const fallback = only && (failedHeader(mail)[0] ?? named[0]?.address);
  return blocks.flatMap((block) => {
    const address = block.address === '' ? (fallback ?? '') : block.address;
    const own = named.find((entry) => isAmong([address, block.originalAddress ?? ''], entry.address));
    const words = { remark: own?.remark ?? only, context: only, fromText: false };
    return address === '' ? [] : [toReported({ ...block, address }, words)];
  });
}

function failedHeader(mail: ParsedMail): string[] {
  return findAddresses((mail.headers.get('x-failed-recipients') ?? []).join(' '));
}

function fromWords({ mail, report, original }: Report): ReportedRecipient[] {
  const header = failedHeader(mail);
  const named = namedBesidesOwn({ mail, report, original });
  const agreed = header.length === 0 || header.length === named.length;
  const wanted = agreed ? named : named.filter(({ address }) => isAmong(header, address));
  const missing = agreed ? [] : header.filter((one) => !isAmong(wanted.map(({ address }) => address), one)); // prettier-ignore
  const all = [...wanted, ...missing.map((address) => ({ address, remark: report }))];
  const action = delayPhrase.test(`${mail.subject}\n${report.slice(0, 4_000)}`) ? 'delayed' : 'failed';
  return all.map(({ address, remark }) =>
    toReported(
      { address, originalAddress: null, action, status: null, diagnostic: all.length === 1 ? report : remark },
      { remark: report, context: all.length === 1 ? report : remark, fromText: true },
    ),
  );
}

/** The reporter and who gets the report are no recipients, unless a message to oneself came back. */
function namedBesidesOwn({ mail, report, original }: Report): NamedRecipient[] {
  const own = [...mail.from, ...mail.to].map(({ address }) => address.toLowerCase());
  const others = new Set(own.filter((address) => !isAmong(original?.to ?? [], address)));
  const named = readNamedRecipients(report, others);
  return named.length > 0 ? named : readNamedRecipients(report, new Set());
}

function isAmong(addresses: readonly string[], address: string): boolean {
  return addresses.some((one) => one.toLowerCase() === address.toLowerCase());
}

/** Reports that name nobody: the recipients of the message they quote. */
function fromOriginal({ mail, report, original }: Report): ReportedRecipient[] {
  const own = new Set([...mail.from, ...mail.to].map(({ address }) => address.toLowerCase()));
  const inWords = findAddresses(report).filter(
    (address) => !own.has(address.toLowerCase()) && !reporterAddress.test(address) && !/^support@/i.test(address),
  );
  const addresses = original?.to.length ? original.to : inWords.slice(0, 1);
  const action = delayPhrase.test(`${mail.subject}\n${report.slice(0, 4_000)}`) ? 'delayed' : 'failed';
  return addresses.map((address) =>
    toReported(
      { address, originalAddress: null, action, status: null, diagnostic: report },
      { remark: report, context: '', fromText: true },
    ),
  );
}

type Words = Pick<FailureText, 'remark' | 'context' | 'fromText'>;

function toReported(block: StatusBlock, words: Words): ReportedRecipient {
  const failed = block.action === 'failed' || block.action === 'delayed';
  const verdict = failed
    ? tellFailure({ status: block.status, diagnostic: block.diagnostic, ...words })
    : { hard: null, status: block.status, replyCode: null, reason: null };
  return {
    address: block.address,
    originalAddress: block.originalAddress,
    action: block.action,
    ...verdict,
    diagnostic: (block.diagnostic || words.remark).replace(/\s+/g, ' ').trim().slice(0, mostDiagnostic),
  };
}

/** What a report quotes: an embedded message, or the headers below its words. */
export function readOriginal(mail: ParsedMail, quoted: string): OriginalMail | null {
  const embedded = mail.reports.original?.headers;
  const headers = embedded && embedded.size > 0 ? embedded : headersOf(quoted);
  if (!headers) return null;
  const addresses = (name: string) => findAddresses((headers.get(name) ?? []).join(' '));
  return {
    messageId: readMessageIds(headers.get('message-id'))[0] ?? null,
    subject: headers.get('subject')?.[0] ?? null,
    from: addresses('from')[0] ?? null,
    to: [...addresses('to'), ...addresses('cc')].slice(0, 100),
  };
}

function headersOf(quoted: string): MailHeaders | undefined {
  if (quoted === '') return undefined;
  const headers = decodeHeaders(splitHeaders(Buffer.from(quoted)));
  return headers.has('message-id') || headers.has('from') || headers.has('subject') ? headers : undefined;
}

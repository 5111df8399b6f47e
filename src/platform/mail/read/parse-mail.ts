import { type HeaderValue, parseAddressHeader, type StructuredHeader } from 'mailparser';
import { cleanText } from './clean-text';
import { decodeBytes } from './decode-bytes';
import { htmlToText } from './html-to-text';
import { readMessageIds } from './message-ids';
import type { MailAddress, MailAttachment, MailHeaders, MailReports, ParsedMail } from './parsed-mail';
import { readDate } from './read-date';
import { decodeEightBit, decodeHeaders, type RawMail, splitHeaders } from './read-headers';
import { type MimePart, type MimeParts, readParts } from './read-parts';

/** Larger messages are kept raw, and of their text the beginning is shown. */
const mostBytes = 64 * 1024 * 1024;
const mostSalvagedBytes = 1024 * 1024;
const mostAddresses = 2_000;
const mostAddressChars = 256 * 1024;
const mostNameChars = 200;

const deliveryHeaders = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-delivered-to', 'x-real-to', 'x-forwarded-to', 'x-rcpt-to', 'apparently-to']; // prettier-ignore
const statusTypes = new Set(['message/delivery-status', 'message/global-delivery-status', 'message/disposition-notification', 'message/global-disposition-notification']); // prettier-ignore
const originalTypes = new Set(['message/rfc822', 'message/global', 'text/rfc822-headers', 'text/rfc822-header', 'text/rfc822', 'message/rfc822-headers', 'message/global-headers']); // prettier-ignore

/**
 * Reads a raw e-mail. Never throws: what cannot be read as MIME comes back with `damaged` and its text decoded as well
 * as possible. The same bytes give the same answer.
 */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const split = splitHeaders(raw);
  const parts = split.cut || raw.length > mostBytes ? undefined : await tryReadParts(raw);
  const readable = parts !== undefined && !isEmptied(parts, raw.subarray(split.bodyAt));
  const body = readable ? await readBody(parts) : salvageBody(raw, split.bodyAt);
  return { ...readEnvelope(split), ...body, damaged: !readable };
}

async function tryReadParts(raw: Buffer): Promise<MimeParts | undefined> {
  try {
    return await readParts(raw);
  } catch {
    return undefined;
  }
}

/** Nothing came out of a body that holds something, as when the boundary it names never occurs. */
function isEmptied({ text, html, parts }: MimeParts, body: Buffer): boolean {
  return (
    text === undefined && html === undefined && parts.length === 0 && /\S/.test(body.toString('latin1', 0, 65_536))
  );
}

type Envelope = Omit<ParsedMail, keyof Body | 'damaged'>;
type Body = Pick<ParsedMail, 'text' | 'html' | 'attachments' | 'reports' | 'calendar'>;

function readEnvelope(split: RawMail): Envelope {
  const headers = decodeHeaders(split);
  const addresses = (name: string, only?: 'first') => readAddresses(split, name, only);
  return {
    headers,
    messageId: readMessageIds(headers.get('message-id'))[0] ?? null,
    inReplyTo: readMessageIds(headers.get('in-reply-to')),
    references: readMessageIds(headers.get('references')),
    from: addresses('from', 'first'),
    sender: addresses('sender', 'first'),
    replyTo: addresses('reply-to', 'first'),
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    deliveredTo: readDeliveredTo(headers),
    returnPath: readReturnPath(headers),
    subject: headers.get('subject')?.[0] ?? '',
    date: readDate(headers.get('date')?.[0]),
  };
}

/** Split into addresses before decoding: an encoded comma is no comma. */
function readAddresses({ lines }: RawMail, name: string, only?: 'first'): MailAddress[] {
  const values = lines.filter((line) => line.name === name).map(({ value }) => decodeEightBit(value));
  const text = (only ? values.slice(0, 1) : values).map((value) => value.slice(0, mostAddressChars));
  try {
    const { value } = parseAddressHeader(text, { flatten: true, decodePunycode: false });
    return value
      .slice(0, mostAddresses)
      .map((entry) => ({ name: cleanText(entry.name), address: cleanText(entry.address ?? '').trim() }))
      .filter(({ address }) => address !== '');
  } catch {
    return [];
  }
}

function readDeliveredTo(headers: MailHeaders): string[] {
  const values = deliveryHeaders.flatMap((name) => headers.get(name) ?? []);
  const addresses = values.flatMap(
    (value) => value.slice(0, mostAddressChars).match(/[^\s<>,;"()]+@[^\s<>,;"()]+/g) ?? [],
  );
  return [...new Set(addresses)].slice(0, mostAddresses);
}

function readReturnPath(headers: MailHeaders): string | null {
  const value = headers.get('return-path')?.[0];
  if (value === undefined) return null;
  return (/<([^<>]*)>/.exec(value)?.[1] ?? value).trim();
}

async function readBody({ text, html, parts }: MimeParts): Promise<Body> {
  const cleanHtml = html === undefined ? null : cleanText(html);
  const stray = parts.filter(isStrayText);
  const plain = text ?? (cleanHtml === null ? textOfRoot(parts) : htmlToText(cleanHtml));
  return {
    text: cleanText([...stray.map(decodePart), plain].join('\n')),
    html: cleanHtml,
    attachments: parts.filter((part) => !stray.includes(part)).map(toAttachment),
    reports: await readReports(parts),
    calendar: parts.filter(({ contentType }) => contentType === 'text/calendar').map(decodePart)[0] ?? null,
  };
}

/** Text whose type is written without the semicolon before its charset. */
function isStrayText({ contentType, disposition, filename }: MimePart): boolean {
  return /^text\/plain\s/.test(contentType) && disposition !== 'attachment' && filename === undefined;
}

/** A message that is nothing but text of another kind (text/enriched, text/markdown) is read as text. */
function textOfRoot(parts: MimePart[]): string {
  const [only, ...others] = parts;
  const isText = only && others.length === 0 && /^text\/(?!calendar)/.test(only.contentType);
  return isText && only.disposition !== 'attachment' ? decodePart(only) : '';
}

function toAttachment(part: MimePart, index: number): MailAttachment {
  const contentType = claimedType(part);
  return {
    name: nameOf(part, contentType, index),
    contentType,
    size: part.content.length,
    content: part.content,
    contentId: part.contentId ? cleanText(part.contentId) : null,
    inline: part.disposition !== 'attachment' && (part.disposition === 'inline' || part.related),
  };
}

function claimedType(part: MimePart): string {
  const value = structured(part.headers.get('content-type'))?.value ?? '';
  return (/^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/.exec(value.trim())?.[0] ?? part.contentType).toLowerCase();
}

const extensions: Record<string, string> = { 'message/rfc822': 'eml', 'message/delivery-status': 'txt', 'message/feedback-report': 'txt', 'text/rfc822-headers': 'txt', 'text/calendar': 'ics', 'text/plain': 'txt', 'text/html': 'html', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'application/pdf': 'pdf' }; // prettier-ignore

function nameOf({ filename }: MimePart, contentType: string, index: number): string {
  const claimed = cleanText(filename ?? '').replace(/\p{Cc}+/gu, ' ').trim(); // prettier-ignore
  return (
    claimed.slice(0, mostNameChars).replace(/\p{Surrogate}$/u, '') ||
    `part-${index + 1}.${extensions[contentType] ?? 'bin'}`
  );
}

async function readReports(parts: MimePart[]): Promise<MailReports> {
  const of = (types: ReadonlySet<string>) => parts.filter(({ contentType }) => types.has(contentType));
  const original = of(originalTypes)[0];
  return {
    deliveryStatus: of(statusTypes).map(decodePart),
    feedback: of(new Set(['message/feedback-report'])).map(decodePart)[0] ?? null,
    original: original ? await readEmbedded(original.content) : null,
  };
}

async function readEmbedded(content: Buffer): Promise<MailReports['original']> {
  const split = splitHeaders(content);
  const headers = decodeHeaders(split);
  if (isPlain(headers)) return { headers, text: cleanText(decodeBytes(content.subarray(split.bodyAt))) };
  const parts = split.cut ? undefined : await tryReadParts(content);
  const text = parts?.text ?? (parts?.html === undefined ? '' : htmlToText(parts.html));
  return { headers, text: cleanText(text) };
}

/** Nothing to decode, as in reports that give the headers only. */
function isPlain(headers: MailHeaders): boolean {
  const type = headers.get('content-type')?.[0] ?? 'text/plain';
  const encoding = headers.get('content-transfer-encoding')?.[0] ?? '7bit';
  return /^text\/plain(?:;\s*charset="?(?:us-ascii|utf-8)"?)?\s*(?:;|$)/i.test(type) && /^[78]bit$/i.test(encoding);
}

function structured(header: HeaderValue | undefined): StructuredHeader | undefined {
  return typeof header === 'object' && 'value' in header && 'params' in header
    ? (header as StructuredHeader)
    : undefined;
}

function decodePart({ headers, content }: MimePart): string {
  const type = structured(headers.get('content-type'));
  const charset = type?.params['charset'] ?? /charset="?([\w-]+)/i.exec(type?.value ?? '')?.[1];
  return cleanText(decodeBytes(content, charset));
}

function salvageBody(raw: Buffer, bodyAt: number): Body {
  const text = decodeBytes(raw.subarray(bodyAt, bodyAt + mostSalvagedBytes));
  return {
    text: cleanText(text),
    html: null,
    attachments: [],
    reports: { deliveryStatus: [], feedback: null, original: null },
    calendar: null,
  };
}

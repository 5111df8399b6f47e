import { isUtf8 } from 'node:buffer';
import libmime from 'libmime';
import { cleanText } from './clean-text';
import { decodeBytes } from './decode-bytes';
import type { MailHeaders } from './parsed-mail';

/** What is behind them is not read: headers of megabytes are no mail. */
const mostBytes = 1024 * 1024;
const mostLines = 5_000;

/** Encoded words of a longer value stay as they are. */
const mostDecoded = 64 * 1024;

export interface RawMail {
  /** Unfolded but not decoded, one character a byte; for readers that decode after splitting, as addresses need. */
  lines: { name: string; value: string }[];
  /** Where the body begins. */
  bodyAt: number;
  /** The header block was longer than what is read of it. */
  cut: boolean;
}

/** Splits headers from the body. Blank lines and an mbox separator before the first header are skipped. */
export function splitHeaders(raw: Buffer): RawMail {
  const start = skipPreamble(raw);
  const end = findHeaderEnd(raw, start);
  const block = raw.toString('latin1', start, Math.min(end.headers, start + mostBytes));
  const lines: RawMail['lines'] = [];
  for (const line of unfold(block)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
    if (/^[\x21-\x39\x3b-\x7e]{1,200}$/.test(name)) lines.push({ name, value: line.slice(colon + 1).trim() });
    if (lines.length === mostLines) break;
  }
  return { lines, bodyAt: end.body, cut: end.headers - start > mostBytes || lines.length === mostLines };
}

/** All headers decoded: encoded words, and bytes that were sent as they are. */
export function decodeHeaders({ lines }: Pick<RawMail, 'lines'>): MailHeaders {
  const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(
    lines.find(({ name }) => name === 'content-type')?.value ?? '',
  );
  const headers = new Map<string, string[]>();
  for (const { name, value } of lines) {
    const text = decodeValue(value, charset?.[1]);
    const values = headers.get(name);
    if (values) values.push(text);
    else headers.set(name, [text]);
  }
  return headers;
}

/** A value of one character a byte, decoded. */
export function decodeValue(value: string, charset?: string): string {
  return cleanText(decodeWords(decodeEightBit(value, charset)));
}

/** Bytes above ASCII that a sender left as they are: UTF-8, else the encoding of the body, else Windows-1252. */
export function decodeEightBit(value: string, charset?: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : decodeBytes(bytes, charset);
}

function decodeWords(value: string): string {
  if (!value.includes('=?') || value.length > mostDecoded) return value;
  try {
    return libmime.decodeWords(value);
  } catch {
    return value;
  }
}

function skipPreamble(raw: Buffer): number {
  let start = 0;
  while (raw[start] === 0x0a || raw[start] === 0x0d) start++;
  if (raw.toString('latin1', start, start + 5) !== 'From ') return start;
  const lineEnd = raw.indexOf(0x0a, start);
  return lineEnd < 0 ? start : lineEnd + 1;
}

function findHeaderEnd(raw: Buffer, start: number): { headers: number; body: number } {
  for (let at = raw.indexOf(0x0a, start); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    const next = raw[at + 1] === 0x0d ? at + 2 : at + 1;
    if (raw[next] === 0x0a) return { headers: at, body: next + 1 };
  }
  return { headers: raw.length, body: raw.length };
}

function unfold(block: string): string[] {
  const lines: string[][] = [];
  for (const line of block.split(/\r?\n|\r/)) {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.push(line.trim());
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(' '));
}

import { isAscii, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';

export interface DecodingReport {
  /** What the text was read as, `utf-8` when it is plain ASCII. Complete once the stream has ended. */
  encoding: string;
  /** Single bytes that are no UTF-8 in a UTF-8 file were read as Windows-1252. */
  mixed: boolean;
}

export interface DecodeOptions {
  /** As found by an earlier reading; unset, it is found out on the way. */
  encoding?: string;
  /** Filled in while reading. */
  report?: DecodingReport;
}

const BLOCK_BYTES = 64 * 1024;

/**
 * Turns the bytes of an upload into text, in memory that does not grow with the file. Without a known encoding it
 * reads UTF-8; a byte that is none is read as Windows-1252, so that a list pasted together from two files keeps all
 * its letters. Where the first such bytes are surely of another script (Cyrillic, Japanese, …) the whole file is.
 * Works on fixed blocks, so the answer does not depend on how the bytes arrive. A byte order mark and lone
 * surrogates do not come through.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: DecodeOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? { encoding: 'utf-8', mixed: false };
  const decoder = options.encoding && options.encoding !== 'utf-8' ? decodeKnown(options.encoding) : decodeUnknown();
  let first = true;
  for await (const block of inBlocks(source)) {
    const text = decoder.write(block);
    yield first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    if (text) first = false;
  }
  yield decoder.end();
  Object.assign(report, decoder.report());
}

interface Decoder {
  write(block: Buffer): string;
  end(): string;
  report(): DecodingReport;
}

function decodeKnown(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  const wide = encoding.startsWith('utf-16');
  const clean = (text: string) => (wide ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text);
  return {
    write: (block) => clean(decoder.write(block)),
    end: () => clean(decoder.end() ?? ''),
    report: () => ({ encoding, mixed: false }),
  };
}

/** `carry` is the beginning of a UTF-8 character whose rest is in the next block. */
function decodeUnknown(): Decoder {
  let carry: Buffer = Buffer.alloc(0);
  let script: Decoder | undefined;
  const seen = { utf8: false, other: false };
  const take = (bytes: Buffer) => {
    if (isAscii(bytes)) return bytes.toString('latin1');
    if (isUtf8(bytes)) {
      seen.utf8 = true;
      return bytes.toString('utf8');
    }
    const encoding = seen.utf8 || seen.other ? undefined : guessOtherScript(bytes);
    if (encoding) script = decodeKnown(encoding);
    return script ? script.write(bytes) : decodeMixed(bytes, seen);
  };
  return {
    write(block) {
      if (script) return script.write(block);
      const bytes = carry.length > 0 ? Buffer.concat([carry, block]) : block;
      const cut = bytes.length - unfinishedTail(bytes);
      carry = Buffer.from(bytes.subarray(cut));
      return take(bytes.subarray(0, cut));
    },
    end: () => (script ? script.end() : take(carry)),
    report: () =>
      script?.report() ?? {
        encoding: seen.other && !seen.utf8 ? 'windows-1252' : 'utf-8',
        mixed: seen.other && seen.utf8,
      },
  };
}

/** Reads what is UTF-8 as such, and every other byte as Windows-1252. */
function decodeMixed(bytes: Buffer, seen: { utf8: boolean; other: boolean }): string {
  const parts: string[] = [];
  let start = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    if (byte < 0x80 || (length > 1 && isUtf8(bytes.subarray(index, index + length)))) {
      seen.utf8 ||= byte >= 0x80;
      index += length;
      continue;
    }
    parts.push(bytes.toString('utf8', start, index), iconv.decode(bytes.subarray(index, index + 1), 'windows-1252'));
    seen.other = true;
    index += 1;
    start = index;
  }
  return parts.join('') + bytes.toString('utf8', start);
}

/** Bytes at the end that begin a UTF-8 character without finishing it: 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** Length of the UTF-8 character a byte begins; 1 for a byte that begins none. */
function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Encodings chardet tells apart well, with the superset to read them by; its guesses among the western ones are not. */
const trusted: Record<string, string> = {
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
  GB18030: 'gb18030',
  'windows-1251': 'windows-1251',
  'ISO-8859-5': 'iso-8859-5',
  'KOI8-R': 'koi8-r',
  'ISO-8859-7': 'windows-1253',
  'windows-1253': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
};

function guessOtherScript(bytes: Buffer): string | undefined {
  const [best, second] = chardet.analyse(bytes);
  const sure = best && best.confidence >= 30 && best.confidence > 1.7 * (second?.confidence ?? 0);
  return sure ? trusted[best.name] : undefined;
}

async function* inBlocks(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    pending.push(chunk);
    size += chunk.length;
    if (size < BLOCK_BYTES) continue;
    const bytes = Buffer.concat(pending);
    const whole = size - (size % BLOCK_BYTES);
    for (let start = 0; start < whole; start += BLOCK_BYTES) yield bytes.subarray(start, start + BLOCK_BYTES);
    pending = [bytes.subarray(whole)];
    size -= whole;
  }
  if (size > 0) yield Buffer.concat(pending);
}

import { AppError } from '@/shared/errors';

export interface ByteSniff {
  kind: 'csv' | 'xlsx';
  /** Set when byte order mark or zero bytes decide it; otherwise found out while decoding. */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * Says from the first bytes of an upload whether it is a text table or a workbook, whatever its name says.
 * Throws `invalid_input`, reason `not_a_table`, for pictures, programs, documents and other binary content.
 */
export function sniffBytes(sample: Uint8Array): ByteSniff {
  if (sample.length === 0) throw notATable('The file is empty.');
  const bom = encodingOfByteOrderMark(sample);
  if (bom) return { kind: 'csv', encoding: bom };
  const known = signatures.find((signature) => startsWith(sample, signature.bytes, signature.offset));
  if (known?.label === 'zip') return { kind: 'xlsx' };
  if (known) throw notATable(`The file is ${known.label}, not a table. ${advice}`);
  const wide = encodingOfZeroBytes(sample);
  if (wide) return { kind: 'csv', encoding: wide };
  if (looksBinary(sample)) throw notATable(`The file holds binary content, not a table. ${advice}`);
  if (looksMarkup(sample)) throw notATable(`The file is a web page or XML document, not a table. ${advice}`);
  return { kind: 'csv' };
}

const advice = 'Save the list as CSV or XLSX and upload that.';

function notATable(message: string): AppError {
  return new AppError('invalid_input', { reason: 'not_a_table', message });
}

const signatures: { label: string; bytes: number[]; offset?: number }[] = [
  { label: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { label: 'an empty archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { label: 'an old Excel file (.xls) or another old Office document', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1] },
  { label: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { label: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { label: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { label: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { label: 'a sound, video or WebP file', bytes: [0x52, 0x49, 0x46, 0x46] },
  { label: 'a video', bytes: [0x66, 0x74, 0x79, 0x70], offset: 4 },
  { label: 'a program', bytes: [0x4d, 0x5a, 0x90] },
  { label: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { label: 'a compressed file (gzip)', bytes: [0x1f, 0x8b] },
  { label: 'a compressed file (7z)', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { label: 'a compressed file (RAR)', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { label: 'a compressed file (xz)', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { label: 'a database', bytes: [...Buffer.from('SQLite format 3')] },
  { label: 'a Parquet file', bytes: [0x50, 0x41, 0x52, 0x31] },
  { label: 'a rich text document', bytes: [...Buffer.from('{\\rtf')] },
];

function startsWith(sample: Uint8Array, bytes: number[], offset = 0): boolean {
  return bytes.every((byte, index) => sample[offset + index] === byte);
}

function encodingOfByteOrderMark(sample: Uint8Array): ByteSniff['encoding'] {
  if (startsWith(sample, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(sample, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(sample, [0xfe, 0xff])) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark: delimiters, digits and line ends leave zero bytes on one side of every pair only, and there
 * are more of those than pairs of two letters.
 */
function encodingOfZeroBytes(sample: Uint8Array): ByteSniff['encoding'] {
  const pairs = Math.floor(sample.length / 2);
  const side = (start: number) => Array.from({ length: pairs }, (_, index) => sample[start + index * 2] ?? 1);
  const [even, odd] = [side(0), side(1)];
  const zeros = { even: even.filter((byte) => byte === 0).length, odd: odd.filter((byte) => byte === 0).length };
  const letterPairs = even.filter((byte, index) => isLetter(byte) && isLetter(odd[index] ?? 0)).length;
  const enough = Math.max(pairs * 0.1, letterPairs);
  if (zeros.odd > enough && zeros.even < zeros.odd * 0.05) return 'utf-16le';
  if (zeros.even > enough && zeros.odd < zeros.even * 0.05) return 'utf-16be';
  return undefined;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Text holds hardly any control characters; a few stray zero bytes are still text. */
function looksBinary(sample: Uint8Array): boolean {
  const controls = sample.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0);
  return controls > Math.max(8, sample.length * 0.02);
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f;
}

function looksMarkup(sample: Uint8Array): boolean {
  const start = Buffer.from(sample.subarray(0, 200)).toString('latin1').trimStart().toLowerCase();
  return ['<!doctype', '<html', '<?xml'].some((tag) => start.startsWith(tag));
}

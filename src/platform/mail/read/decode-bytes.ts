import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Encodings that carry markup past a filter, or are none. */
const refused = /^(?:utf-?7|unicode-1-1-utf-7|utf-7-imap|base64|hex|binary|internal)/i;

/**
 * Bytes of a text whose encoding may be named wrongly or not at all: UTF-8 where they are valid UTF-8 and nothing else
 * is claimed, else what is claimed, else Windows-1252, in which every byte is a letter.
 */
export function decodeBytes(bytes: Buffer, charset = ''): string {
  const claimed = charset.trim();
  const eightBit = /^(?:us-ascii|ascii|utf-?8|)$/i.test(claimed);
  if (!eightBit && !refused.test(claimed) && iconv.encodingExists(claimed)) return iconv.decode(bytes, claimed);
  return isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252');
}

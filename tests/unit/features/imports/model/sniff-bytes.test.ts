import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sniffBytes } from '@/features/imports/model/sniff-bytes';
import { isAppError } from '@/shared/errors';

const table = 'Name;Straße\nJürgen;5\nAnna;7\n';

function reasonOf(bytes: Uint8Array): unknown {
  try {
    sniffBytes(bytes);
  } catch (error) {
    return isAppError(error) ? [error.code, error.details.reason] : error;
  }
  return undefined;
}

describe('sniffBytes', () => {
  it.each(['utf-16le', 'utf-16be'] as const)('knows %s with and without a byte order mark', (encoding) => {
    expect(sniffBytes(iconv.encode(table, encoding, { addBOM: true }))).toEqual({ kind: 'csv', encoding });
    expect(sniffBytes(iconv.encode(table, encoding))).toEqual({ kind: 'csv', encoding });
  });

  it('leaves text to the decoder, and workbooks to their reader', () => {
    expect(sniffBytes(Buffer.from(table))).toEqual({ kind: 'csv' });
    expect(sniffBytes(iconv.encode(table, 'windows-1252'))).toEqual({ kind: 'csv' });
    expect(sniffBytes(Buffer.from('PK\u0003\u0004rest'))).toEqual({ kind: 'xlsx' });
  });

  it('takes a table with stray zero bytes for a table', () => {
    expect(sniffBytes(Buffer.from('name,handle\nA\0nna,@an\0na\nBob,@bob\n'))).toEqual({ kind: 'csv' });
  });

  it.each([
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['PDF', Buffer.from('%PDF-1.7 …')],
    ['program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256))],
    ['zeros', Buffer.alloc(4096)],
    ['web page', Buffer.from('<!DOCTYPE html><table><tr><td>a</td></tr></table>')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s with a reason', (_, bytes) => {
    expect(reasonOf(bytes)).toEqual(['invalid_input', 'not_a_table']);
  });
});

import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatOf, mostReadBytes, readFileText } from '@/platform/text/read-file-text';
import { archive, textPart } from '../../../support/archive';
import { writePdf } from '../../../support/pdf';

const { signal } = new AbortController();
const document = (body: string) => [
  textPart(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  textPart(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  textPart(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  ),
];
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('what a file says', () => {
  it('is read of plain text, in the letters it is written in', async () => {
    const read = (bytes: Buffer) => readFileText(bytes, 'plain', signal);
    expect(await read(Buffer.from('Größe'))).toEqual({ text: 'Größe', gap: null });
    expect(await read(Buffer.from('Größe', 'latin1'))).toEqual({ text: 'Größe', gap: null });
    expect(await read(Buffer.from('\ufeffGröße', 'utf16le'))).toEqual({ text: 'Größe', gap: null });
    expect(await read(Buffer.from([0, 1, 2, 0]))).toEqual({ text: '', gap: 'damaged' });
    const long = await read(Buffer.from('x'.repeat(600_000)));
    expect([long.text.length, long.gap]).toEqual([500_000, 'too_long']);
  });

  it('is read of a PDF, page by page and no further than that', async () => {
    const pdf = writePdf(['Usage rights: ninety days', 'Second page']);
    const { text, gap } = await readFileText(pdf, 'pdf', signal);
    expect([text.split(/\s*\n+/), gap]).toEqual([['Usage rights: ninety days', 'Second page'], null]);
    const many = await readFileText(writePdf(Array.from({ length: 310 }, (_, n) => `page${n + 1}`)), 'pdf', signal);
    expect(many.gap).toBe('too_long');
    expect(many.text).toMatch(/page300$/);
  });

  it('is read of a Word document', async () => {
    const bytes = archive(document(paragraph('Exclusivity') + paragraph('Six months')));
    expect(await readFileText(bytes, 'word', signal)).toEqual({ text: 'Exclusivity\n\nSix months', gap: null });
  });

  it('is nothing of a broken or hostile one, and why', async () => {
    for (const format of ['pdf', 'word'] as const) {
      for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7\nnot really'), Buffer.from('PK\u0003\u0004rubbish')])
        expect(await readFileText(bytes, format, signal), format).toEqual({ text: '', gap: 'damaged' });
    }
    const cut = writePdf(['x']).subarray(0, 120);
    expect((await readFileText(cut, 'pdf', signal)).text).toBe('');
    const packed = deflateRawSync(Buffer.alloc(80 * 1024 * 1024));
    const bomb = archive([...document(paragraph('x')), { path: 'word/media/a', packed, method: 8, size: 10 }]);
    expect(await readFileText(bomb, 'word', signal)).toEqual({ text: '', gap: 'too_large' });
    expect((await readFileText(Buffer.alloc(mostReadBytes + 1), 'plain', signal)).gap).toBe('too_large');
  });

  it('is asked of what has text alone', () => {
    const of = (name: string, contentType = 'application/octet-stream') => formatOf({ name, contentType });
    expect([of('a.PDF'), of('b', 'application/pdf'), of('c.docx'), of('d.txt'), of('e', 'text/csv')]).toEqual([
      ...['pdf', 'pdf', 'word', 'plain', 'plain'],
    ]);
    expect([of('a.png', 'image/png'), of('b.exe'), of('c.html', 'text/html')]).toEqual([null, null, null]);
  });
});

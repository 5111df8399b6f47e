import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, type DecodingReport } from '@/features/imports/model/decode-text';

async function decode(bytes: Uint8Array | Uint8Array[], encoding?: string) {
  const report: DecodingReport = { encoding: '', mixed: false };
  let text = '';
  const chunks = bytes instanceof Uint8Array ? [bytes] : bytes;
  for await (const part of decodeText(chunks, { encoding, report })) text += part;
  return { text, ...report };
}

const filler = 'name,followers\n'.repeat(20_000);

describe('decodeText', () => {
  it('reads UTF-8, with and without a byte order mark', async () => {
    expect(await decode(Buffer.from('Zoë,박지후,🎗'))).toEqual({
      text: 'Zoë,박지후,🎗',
      encoding: 'utf-8',
      mixed: false,
    });
    expect((await decode(Buffer.from('\uFEFFRank,a'))).text).toBe('Rank,a');
  });

  it('reads Windows-1252 where the bytes are no UTF-8, also late in a long file', async () => {
    const bytes = iconv.encode(`${filler}Nikë’s “café”,€5\n`, 'windows-1252');
    expect(await decode(bytes)).toMatchObject({ text: `${filler}Nikë’s “café”,€5\n`, encoding: 'windows-1252' });
  });

  it('reads single bytes of another encoding in a UTF-8 file, as in lists pasted together', async () => {
    const bytes = Buffer.concat([Buffer.from(`Espa`), Buffer.from([0xf1]), Buffer.from(`a,vehículos\n${filler}Zoë`)]);
    expect(await decode(bytes)).toEqual({
      text: `España,vehículos\n${filler}Zoë`,
      encoding: 'utf-8',
      mixed: true,
    });
  });

  it('recognises Japanese and Cyrillic encodings', async () => {
    const japanese = '名前,国,登録者数\n渡辺直美,日本,100\n佐藤健,日本,200\n今日は良い天気ですね,東京,300\n'.repeat(10);
    const russian = 'Имя,Страна,Подписчики\nНастя Ивлеева,Россия,18\nПривет как дела сегодня,Москва,5\n'.repeat(10);
    expect((await decode(iconv.encode(japanese, 'shift_jis'))).text).toBe(japanese);
    expect((await decode(iconv.encode(russian, 'windows-1251'))).text).toBe(russian);
  });

  it('turns lone surrogates of UTF-16 into the replacement character', async () => {
    const bytes = Buffer.from([0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]);
    expect(await decode(bytes, 'utf-16le')).toEqual({ text: 'a\uFFFDb', encoding: 'utf-16le', mixed: false });
  });

  it('does not depend on how the bytes arrive', async () => {
    const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252');
    const latin = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ü', 'ñ', 'ß', '€', '’', '1', ',', '\n') });
    await fc.assert(
      fc.asyncProperty(latin, encodings, fc.integer({ min: 1, max: 5 }), async (text, encoding, size) => {
        const bytes = iconv.encode(text, encoding);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect((await decode(chunks, encoding)).text).toBe(text);
      }),
    );
  });

  it('finds out UTF-8 by itself for any well-formed text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await decode([...Buffer.from(text)].map((byte) => Uint8Array.of(byte)))).text).toBe(
          text.replace(/^\uFEFF/, ''),
        );
      }),
    );
  });
});

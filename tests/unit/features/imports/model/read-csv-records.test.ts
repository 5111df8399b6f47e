import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COLUMNS, MAX_RECORD_CHARS } from '@/features/imports/model/import-limits';
import { readCsvRecords } from '@/features/imports/model/read-csv-records';
import type { CsvDialect } from '@/features/imports/model/scan-csv-record';
import type { SourceRecord } from '@/features/imports/model/source-row';

const comma: CsvDialect = { delimiter: ',', newline: '\n' };

async function read(chunks: string | string[], dialect = comma): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  for await (const record of readCsvRecords(typeof chunks === 'string' ? [chunks] : chunks, dialect)) {
    records.push(record);
  }
  return records;
}

const cellsOf = async (text: string) => (await read(text)).map((record) => record.cells);

describe('readCsvRecords', () => {
  it('keeps quotes, delimiters and line ends inside quoted cells', async () => {
    expect(await cellsOf('a,b\r\n"x, ""y""","1\r\n2"\r\n3,4')).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\r\n2'],
      ['3', '4'],
    ]);
  });

  it('counts physical lines, also those inside cells and the empty ones', async () => {
    expect((await read('a\n\n"1\n2"\n\nz\n')).map((record) => record.lineNumber)).toEqual([1, 3, 6]);
  });

  it('takes a quote inside a cell as a character', async () => {
    expect(await cellsOf(`37°36'37.8"N,x\n"Big" Tony,y\n`)).toEqual([
      [`37°36'37.8"N`, 'x'],
      ['"Big" Tony', 'y'],
    ]);
  });

  it('rejects the row of a quote without its end and recovers the lines below', async () => {
    const records = await read('h1,h2\na,"open\nb,2\nc,"3"\nd,4\n');
    expect(records.map((record) => [record.lineNumber, record.problem ?? record.cells.join('|')])).toEqual([
      [1, 'h1|h2'],
      [2, 'unclosed_quote'],
      [3, 'b|2'],
      [4, 'c|3'],
      [5, 'd|4'],
    ]);
    expect(records[1]?.cells).toEqual(['a', '"open']);
  });

  it('recovers as well when no other quote follows, or the text ends', async () => {
    expect((await read('a,"open\nb,2\nc,3')).map((record) => record.problem)).toEqual([
      'unclosed_quote',
      undefined,
      undefined,
    ]);
    expect((await read('a,1\nb,"open')).map((record) => record.problem)).toEqual([undefined, 'unclosed_quote']);
  });

  it('loses no line when thousands of quotes stay open', async () => {
    const records = await read(Array.from({ length: 5000 }, (_, index) => `${index},"open\n`));
    expect(records.map((record) => record.lineNumber)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
  });

  it('finds the end of an open quote bounded, and goes on behind it', async () => {
    const line = 'x'.repeat(1000) + ',1\n';
    const chunks = ['a,"open\n', ...Array.from({ length: 18_000 }, () => line)];
    const records = await read(chunks);
    expect(records).toHaveLength(18_001);
    expect(records[0]?.problem).toBe('unclosed_quote');
    expect(records.slice(1).every((record) => record.problem === undefined)).toBe(true);
  });

  it('skips a line longer than the limit as one row', async () => {
    const piece = 'x'.repeat(1024 * 1024);
    const chunks = ['a,1\n', ...Array.from({ length: (MAX_RECORD_CHARS / piece.length) * 3 }, () => piece), '\nb,2\n'];
    const records = await read(chunks);
    expect(records.map((record) => [record.lineNumber, record.problem])).toEqual([
      [1, undefined],
      [2, 'row_too_long'],
      [3, undefined],
    ]);
    expect(records[1]?.cells.join('').length).toBeLessThan(40_000);
  });

  it('keeps a quoted note of five megabytes as one cell', async () => {
    const note = 'line of a long note\n'.repeat(260_000);
    const records = await read(['a,b\n1,"', note, '"\n2,x\n']);
    expect(records.map((record) => record.cells.length)).toEqual([2, 2, 2]);
    expect(records[1]?.cells[1]).toBe(note);
    expect(records[2]?.lineNumber).toBe(260_003);
  });

  it('names a row of ten thousand columns and keeps the limit of its cells', async () => {
    const [wide, next] = await read(`${Array.from({ length: 10_000 }, (_, index) => index).join(',')}\n1,2\n`);
    expect(wide?.problem).toBe('too_many_columns');
    expect(wide?.cells).toHaveLength(MAX_COLUMNS);
    expect(next).toEqual({ lineNumber: 2, cells: ['1', '2'] });
  });

  it('takes zero bytes out and notes it', async () => {
    expect(await read('a\0b,c\0\nd,e\n')).toEqual([
      { lineNumber: 1, cells: ['ab', 'c'], notes: ['nul_removed'] },
      { lineNumber: 2, cells: ['d', 'e'] },
    ]);
  });

  it('reads files whose lines end with a carriage return', async () => {
    expect((await read('a,b\r1,"x\ry"\r', { delimiter: ',', newline: '\r' })).map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
    ]);
  });

  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '""', ',', '\n', '\r\n', ' "x" ', '=1+1', 'a;b', "'", '\t'),
  );
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))
    .map((rows) => rows.map((row) => row.map((value) => value.replaceAll('\0', ''))));

  it('reads back any table, however it was written and however it arrives', async () => {
    const shapes = fc.record({
      table,
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      always: fc.boolean(),
      cut: fc.integer({ min: 1, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ table, delimiter, lineEnd, always, cut }) => {
        const quote = (value: string) =>
          always || /["\r\n]|^\s|\s$/.test(value) || value.includes(delimiter)
            ? `"${value.replaceAll('"', '""')}"`
            : value;
        const text = table.map((row) => row.map(quote).join(delimiter)).join(lineEnd);
        const chunks = text.match(new RegExp(`[^]{1,${cut}}`, 'g')) ?? [];
        const records = await read(chunks, { delimiter, newline: '\n' });
        expect(records.map((record) => record.cells)).toEqual(table);
        const oracle = parse(text, { delimiter, record_delimiter: lineEnd });
        expect(records.map((record) => record.cells)).toEqual(oracle);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws and never loses a line that holds no quote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a,b', 'x,"y', '"', '""', 'z,""q', '","', 'n,1')), async (lines) => {
        const records = await read(lines.join('\n'));
        const starts = new Set(records.map((record) => record.lineNumber));
        const text = records.map((record) => record.cells.join(',')).join('\n');
        lines.forEach((line, index) => {
          if (!line.includes('"')) expect(starts.has(index + 1) || text.includes(line)).toBe(true);
        });
      }),
    );
  });
});

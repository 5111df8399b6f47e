import { describe, expect, it } from 'vitest';
import { detectDialect } from '@/features/imports/model/detect-dialect';

const rows = [
  ['Name', 'Likes', 'Tags', 'Note'],
  ['Anna', '1,5', 'food, travel', 'a; b'],
  ['Bob', '2,25', 'music', 'says "hi"\nand more'],
  ['Čarna', '1.234,5', 'a|b', ''],
];

const write = (delimiter: string, lineEnd: string) =>
  rows
    .map((row) =>
      row
        .map((cell) => (/["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join(lineEnd);

describe('detectDialect', () => {
  it.each([',', ';', '\t', '|', '^', '~'])('finds %j whatever the cells hold', (delimiter) => {
    for (const lineEnd of ['\n', '\r\n']) {
      expect(detectDialect(write(delimiter, lineEnd), true)).toEqual({ delimiter, newline: '\n' });
    }
  });

  it('finds the line end of old files', () => {
    expect(detectDialect('a;b\r1;2\r', true)).toEqual({ delimiter: ';', newline: '\r' });
  });

  it('believes a sep= line', () => {
    expect(detectDialect('sep=;\na,b;c\n', true).delimiter).toBe(';');
    expect(detectDialect('"sep=\t"\r\na,b\n', true).delimiter).toBe('\t');
  });

  it('does not mind a title above the table', () => {
    expect(detectDialect('Export of my list, June\n\nName;Handle;Mail\na;b;c\nd;e;f\n', true).delimiter).toBe(';');
  });

  it('takes a single column as comma separated', () => {
    expect(detectDialect('handle\nanna\nbob\n', true).delimiter).toBe(',');
  });
});

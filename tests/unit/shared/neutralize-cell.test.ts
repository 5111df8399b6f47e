import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralizeCell, restoreCell } from '@/shared/neutralize-cell';

const file = '../shared/fixtures/torture/injection/csv_injection.json';

describe('neutralizeCell', () => {
  it.skipIf(!existsSync(file))('leaves no payload that a spreadsheet would run', () => {
    for (const payload of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
      expect(neutralizeCell(payload)).not.toMatch(/^[\s]*[=+\-@\t\r]/);
    }
  });

  it('keeps plain numbers and texts', () => {
    for (const text of ['-5', '-1,234.5', '+3%', '-1.234,5', 'a=b', '', '12', '–', "it's"])
      expect(neutralizeCell(text)).toBe(text);
  });

  it('neutralises formulas in disguise', () => {
    for (const text of ['=1', '@x', '+a', '-a', '-1+1|cmd', '\t=1', ' =1', '\r=1', '＝1', '\uFEFF=1']) {
      expect(neutralizeCell(text)).toBe(`'${text}`);
    }
  });

  it('is taken back exactly', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '-', '1', ' ', '@', ',', '.', '\t', '%') }),
    );
    fc.assert(
      fc.property(text, (value) => restoreCell(neutralizeCell(value)) === value),
      { numRuns: 2000 },
    );
  });
});

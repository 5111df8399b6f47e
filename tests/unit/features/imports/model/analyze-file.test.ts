import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { analyzeFile } from '@/features/imports/model/analyze-file';
import { MAX_COLUMNS } from '@/features/imports/model/import-limits';
import { parseRow } from '@/features/imports/model/parse-row';
import { planImport } from '@/features/imports/model/plan-import';
import { readTable } from '@/features/imports/model/read-table';
import { isAppError } from '@/shared/errors';
import { importFile, targetsOf } from '../../../../support/import-file';

const reasonOf = async (content: string | Uint8Array) => {
  const error = await importFile(content).catch((caught: unknown) => caught);
  return isAppError(error) ? error.details.reason : error;
};

describe('analyzeFile', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'reads one list in %s as the same rows',
    async (encoding) => {
      const content = 'Name;Instagram;Land\nJürgen Groß;@juergen;Österreich\nZoë;@zoe;España\n';
      for (const addBOM of encoding === 'windows-1252' ? [false] : [false, true]) {
        const { analysis, rows } = await importFile(iconv.encode(content, encoding, { addBOM }));
        expect(analysis.format).toMatchObject({ encoding, delimiter: ';' });
        expect(rows.map((row) => [row.displayName, row.country])).toEqual([
          ['Jürgen Groß', 'AT'],
          ['Zoë', 'ES'],
        ]);
      }
    },
  );

  it('finds headers below titles and blank rows, and the lack of them', async () => {
    const titled = await importFile('My list of June,,\n,,\nsome words,,\n"Name\n",Followers,Country\nAnna,5,DE\n');
    expect(titled.analysis.format.headerLine).toBe(4);
    expect(titled.rows.map((row) => [row.lineNumber, row.displayName])).toEqual([[6, 'Anna']]);
    const bare = await importFile('anna@example.com,Anna,12\nbob@example.com,Bob,15\n');
    expect(bare.analysis.format.headerLine).toBe(0);
    expect(targetsOf(bare)).toEqual({
      'Column 1': 'email',
      'Column 2': 'custom:Column 2',
      'Column 3': 'custom:Column 3',
    });
    expect((await importFile('sep=;\nName;City\nAnna;Wien\n')).rows.map((row) => row.city)).toEqual(['Wien']);
    expect((await importFile('sep=;\nanna@example.com;5\n')).rows).toHaveLength(1);
  });

  it('says what a column holds when its header says otherwise', async () => {
    const { analysis } = await importFile(
      'Name,Email,Followers\nAnna,https://x.com/a,Germany\nB,https://x.com/b,France\nC,https://x.com/c,Spain\n',
    );
    expect(analysis.columns.map(({ guess }) => [guess.target, guess.contradiction])).toEqual([
      ['displayName', undefined],
      ['profileUrl', { header: 'email', found: 'url' }],
      ['country', { header: 'metric:followers', found: 'country' }],
    ]);
  });

  it('drops no column, and gives custom fields a type', async () => {
    const { analysis } = await importFile(
      'Name,Shoe size,Since,VIP,Page,Mood\nA,38,2020-01-02,yes,https://a.example/x,fine\nB,41,2021-01-02,no,https://b.example/y,so so\n',
    );
    expect(analysis.columns.slice(1).map(({ guess }) => [guess.target, guess.customType])).toEqual([
      ['custom:Shoe size', 'number'], ['custom:Since', 'date'], ['custom:VIP', 'boolean'], ['custom:Page', 'url'],
      ['custom:Mood', 'text'],
    ]); // prettier-ignore
  });

  it('asks for the platform without insisting', async () => {
    const { analysis, rows } = await importFile('Username,Name\n@anna,Anna\n');
    expect(analysis.ambiguities).toMatchObject([{ setting: 'platform', required: false, assumed: 'instagram' }]);
    expect(rows[0]?.handles[0]?.platform).toBe('instagram');
    expect((await importFile('Username,Name\n@anna,Anna\n', { name: 'twitch.csv' })).analysis.ambiguities).toEqual([]);
  });

  it('refuses files without rows, or with a header nobody can map', async () => {
    expect(await reasonOf('Name,Email\n')).toBe('no_rows');
    expect(await reasonOf('\n\n')).toBe('no_rows');
    expect(await reasonOf('')).toBe('not_a_table');
    const wide = Array.from({ length: MAX_COLUMNS + 1 }, (_, index) => `c${index}`).join(',');
    expect(await reasonOf(`${wide}\n1\n`)).toBe('too_many_columns');
  });

  it('takes a hundred thousand rows in flat memory', async () => {
    function* file() {
      yield Buffer.from('Name,Instagram,Email,Followers,Country,Birthday,Tags\n');
      for (let block = 0; block < 200; block += 1) {
        const lines = Array.from({ length: 500 }, (_, index) => {
          const id = block * 500 + index;
          return `Person ${id},@person_${id},p${id}@example.com,${id}k,Germany,1990-01-02,"a, b"\n`;
        });
        yield Buffer.from(lines.join(''));
      }
    }
    const idle = process.memoryUsage().rss;
    const analysis = await analyzeFile(file(), 'list.csv');
    const plan = planImport(analysis, {}, {});
    let [count, peak] = [0, idle];
    for await (const row of readTable(file(), analysis.format)) {
      const parsed = parseRow(plan, row);
      if (parsed.rejection === undefined && parsed.rowNumber === row.rowNumber) count += 1;
      if (count % 5000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect([analysis.rowCount, count]).toEqual([100_000, 100_000]);
    expect((peak - idle) / 1024 / 1024).toBeLessThan(250);
  }, 60_000);
});

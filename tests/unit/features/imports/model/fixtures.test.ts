import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identityKeys } from '@/features/imports/model/identity-keys';
import {
  fixtures,
  importFile,
  importFixture,
  noFixtures,
  targetsOf,
  type ImportedFile,
} from '../../../../support/import-file';

const distinct = (file: ImportedFile) =>
  new Set(file.rows.filter((row) => !row.rejection).map((row) => JSON.stringify(identityKeys(row).handles))).size;

// The lists of ../shared/fixtures stand beside the repository, not in it.
describe.skipIf(noFixtures)('real lists', () => {
  it('nigerian_tiktok: a blank first row, Windows-1252, the platform from the file’s name', async () => {
    const file = await importFixture('creators/nigerian_tiktok.csv');
    expect(file.analysis.format).toMatchObject({ encoding: 'windows-1252', headerLine: 2 });
    expect(file.rows).toHaveLength(200);
    expect(file.rows.filter((row) => row.rejection)).toEqual([]);
    expect(file.rows[94]?.displayName).toBe('The Lawal’s ??');
    expect(file.rows[0]).toMatchObject({
      lineNumber: 3,
      displayName: 'Abdullahi is my name btw',
      handles: [{ platform: 'tiktok', name: 'itsyaboymaina', metrics: { followers: 10_400_000 } }],
      custom: [{ label: 'Rank', type: 'number', value: 1 }],
    });
  });

  it('top_insta_200: k, m, b and percentages; a broken handle is rejected with its line', async () => {
    const file = await importFixture('creators/top_insta_200.csv');
    expect(file.rows).toHaveLength(200);
    expect(file.rows[0]).toMatchObject({
      country: 'ES',
      handles: [
        {
          platform: 'instagram',
          name: 'cristiano',
          metrics: {
            posts: 3300,
            followers: 475_800_000,
            avg_likes: 8_700_000,
            engagement_rate: 0.0139,
            total_likes: 29e9,
          },
        },
      ],
    });
    expect(file.rows[2]?.handles[0]?.metrics.posts).toBe(890);
    expect(file.rows.filter((row) => row.rejection).map((row) => row.rejection?.reason)).toEqual(['has_spaces']);
  });

  it('youtubers_735: names joined with the account ids of their addresses, bytes of two encodings', async () => {
    const file = await importFixture('creators/youtubers_735.csv');
    expect(file.rows).toHaveLength(735);
    expect(file.rows.filter((row) => row.rejection)).toEqual([]);
    expect(distinct(file)).toBe(730);
    expect(file.rows[0]?.handles).toMatchObject([
      {
        platform: 'youtube',
        name: 'tseries',
        platformAccountId: 'UCq-Fj5jknLsUf-MWSy4_brA',
        metrics: { followers: 249_500_000 },
      },
    ]);
    expect(file.rows[1]?.tags).toEqual(['Videogame', 'Humor', 'film']);
    expect(file.analysis.mixedEncoding).toBe(true);
    expect(file.rows.filter((row) => row.country === 'ES').length).toBeGreaterThan(2);
    expect(file.rows[2]?.country).toBeUndefined();
  });

  it('sb_social_media: tells the handle from the name beside it by what the cells hold', async () => {
    const file = await importFixture('creators/sb_social_media_influencers_instagram.csv');
    expect(file.rows).toHaveLength(1000);
    expect(targetsOf(file)).toMatchObject({
      'Influencer insta name': 'handle:instagram',
      'instagram name': 'displayName',
      'Audience country(mostly)': 'custom:Audience country(mostly)',
      'Engagement avg': 'metric:avg_engagements',
    });
    expect(file.rows.filter((row) => row.rejection)).toEqual([]);
    expect(distinct(file)).toBe(997);
  });

  it('hypeauditor: doubled headers apart, countries under “Views avg.” found and said', async () => {
    const path = 'creators/hypeauditor_2022/social_media_influencers_instagram_june_2022_june_2022.csv';
    const file = await importFixture(path);
    expect(file.rows).toHaveLength(1022);
    expect(file.rows.filter((row) => row.rejection)).toEqual([]);
    const views = file.analysis.columns.find((column) => column.key === 'Views avg.');
    expect(views?.guess).toMatchObject({
      target: 'country',
      contradiction: { header: 'metric:avg_views', found: 'country' },
    });
    expect(views?.guess.confidence).toBeLessThan(0.5);
    expect(file.rows[0]).toMatchObject({ country: 'ES', handles: [{ metrics: { followers: 50_700_000 } }] });
    expect(file.rows[0]?.custom).toContainEqual({ label: 'Subscribers count (2)', type: 'number', value: 50_700_000 });
    expect(new Set(file.analysis.columns.map((column) => column.key)).size).toBe(11);
  });

  it.each(noFixtures ? [] : readdirSync(`${fixtures}/torture/csv_spectrum/csvs`))(
    'csv_spectrum/%s equals its json',
    async (name) => {
      const { analysis, source } = await importFixture(`torture/csv_spectrum/csvs/${name}`);
      const csv = readFileSync(`${fixtures}/torture/csv_spectrum/csvs/${name}`, 'utf8');
      const expectation = readFileSync(
        `${fixtures}/torture/csv_spectrum/json/${name.replace('.csv', '.json')}`,
        'utf8',
      );
      // newlines_crlf.csv lies there with plain line feeds, its json with the pairs of the original.
      const json: unknown = JSON.parse(csv.includes('\r') ? expectation : expectation.replaceAll('\\r\\n', '\\n'));
      const keys = analysis.columns.map((column) => column.key);
      const read = source.map((row) => Object.fromEntries(keys.map((key, index) => [key, row.cells[index]])));
      // This one's json is a single object with another telephone number than its csv.
      const expected = Array.isArray(json) ? json : [{ ...(json as object), 'Contact Phone Number': '2095257564' }];
      expect(read).toEqual(expected);
    },
  );

  it('accounts for every row of the papaparse files', async () => {
    const counts = await Promise.all(
      ['long-sample', 'sample-header', 'sample', 'utf-8-bom-sample', 'verylong-sample'].map(
        async (name) => (await importFixture(`torture/papaparse/${name}.csv`)).rows.length,
      ),
    );
    expect(counts).toEqual([8, 2, 1, 1, 2000]);
  });

  it('takes the naughty strings through whole, as names and as notes', async () => {
    const strings = (JSON.parse(readFileSync(`${fixtures}/torture/blns.json`, 'utf8')) as string[]).filter(
      (text) => text.trim() !== '' && !text.includes('\0'),
    );
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const content = `Email,Notes\n${strings.map((text, index) => `p${index}@example.com,${quote(text)}\n`).join('')}`;
    const file = await importFile(content);
    expect(file.source.map((row) => row.cells[1])).toEqual(strings);
    const taken = file.rows.filter((row) => row.notes.length > 0);
    expect(taken.map((row) => row.notes[0])).toEqual(taken.map((row) => strings[row.rowNumber - 1]?.trim()));
    const left = file.rows.filter((row) => row.notes.length === 0);
    expect(left.every((row) => row.warnings.some((warning) => warning.reason === 'placeholder'))).toBe(true);
    expect(left.length).toBeLessThan(20);
  });

  it('takes SQL for text', async () => {
    const lines = readFileSync(`${fixtures}/torture/injection/sqli_auth_bypass.txt`, 'utf8')
      .split('\n')
      .filter(Boolean);
    const content = `Name\tHandle\n${lines.map((text, index) => `${text}\t@h${index}\n`).join('')}`;
    const file = await importFile(content, { delimiter: '\t', settings: { platform: 'tiktok' } });
    expect(file.rows.length).toBeGreaterThan(0);
    expect(file.rows.length + file.source.filter((row) => row.problem).length).toBeGreaterThanOrEqual(lines.length - 1);
  });
});
